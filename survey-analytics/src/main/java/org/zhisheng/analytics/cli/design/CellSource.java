package org.zhisheng.analytics.cli.design;

import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.DesignBuilder;

/** The cells that a design is made over: rows, or the cells of a cube. */
sealed interface CellSource {
    /** A new design of these cells. */
    DesignBuilder start();

    /** The level of each cell; columns crossed if several. */
    Factor grouping(List<String> names);

    /** A number for each cell; not known of a cube. */
    double[] numbers(String name);

    /** A number for each cell, refusing a column that lacks one. */
    default double[] completeNumbers(String column) {
        double[] numbers = numbers(column);
        for (int row = 0; row < numbers.length; row++) {
            if (Double.isNaN(numbers[row])) {
                throw new IllegalArgumentException(
                        "column '" + column + "', data row " + (row + 1) + " of the design: a number is needed");
            }
        }
        return numbers;
    }

    /** Respondents in each cell. */
    double[] frequency();

    /** Each row a cell. */
    record Rows(Variables variables) implements CellSource {
        @Override
        public DesignBuilder start() {
            return Design.ofRows(variables.rows());
        }

        @Override
        public Factor grouping(List<String> names) {
            return RowBase.grouping(variables, names);
        }

        @Override
        public double[] numbers(String name) {
            return variables.numbers(name);
        }

        @Override
        public double[] frequency() {
            double[] one = new double[variables.rows()];
            Arrays.fill(one, 1);
            return one;
        }
    }

    /** The occupied cells of a cube. */
    record Cube(CountCube cube) implements CellSource {
        @Override
        public DesignBuilder start() {
            return Design.ofCube(cube);
        }

        @Override
        public Factor grouping(List<String> names) {
            return cube.grouping(PlannedDesign.dimension(names));
        }

        @Override
        public double[] numbers(String name) {
            throw new IllegalStateException("counts hold no numbers of " + name);
        }

        @Override
        public double[] frequency() {
            double[] frequency = new double[cube.cells()];
            Arrays.setAll(frequency, cube::size);
            return frequency;
        }
    }
}
