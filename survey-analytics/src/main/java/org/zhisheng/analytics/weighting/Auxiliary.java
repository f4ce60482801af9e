package org.zhisheng.analytics.weighting;

import java.util.List;

/** The calibration variables of every cell, as rows of a design matrix that need not be stored densely. */
sealed interface Auxiliary {
    int columns();

    /** The row of a cell times a coefficient vector. */
    double dot(int cell, double[] coefficients);

    /** Adds {@code factor} times the row to a vector. */
    void add(int cell, double factor, double[] sum);

    /** Adds {@code factor} times the outer product of the row with itself to a matrix. */
    void addOuter(int cell, double factor, double[][] sum);

    /** Indicators of margin levels: one active column a margin in each row. */
    record Indicators(List<Margin> margins) implements Auxiliary {
        @Override
        public int columns() {
            return margins.stream().mapToInt(Margin::levels).sum();
        }

        @Override
        public double dot(int cell, double[] coefficients) {
            double sum = 0;
            int offset = 0;
            for (Margin margin : margins) {
                sum += coefficients[offset + margin.grouping().code(cell)];
                offset += margin.levels();
            }
            return sum;
        }

        @Override
        public void add(int cell, double factor, double[] sum) {
            int offset = 0;
            for (Margin margin : margins) {
                sum[offset + margin.grouping().code(cell)] += factor;
                offset += margin.levels();
            }
        }

        @Override
        public void addOuter(int cell, double factor, double[][] sum) {
            int offset = 0;
            for (Margin margin : margins) {
                add(cell, factor, sum[offset + margin.grouping().code(cell)]);
                offset += margin.levels();
            }
        }
    }

    /** Arbitrary variables, one array a column. */
    record Dense(List<double[]> variables) implements Auxiliary {
        @Override
        public int columns() {
            return variables.size();
        }

        @Override
        public double dot(int cell, double[] coefficients) {
            double sum = 0;
            for (int j = 0; j < coefficients.length; j++) {
                sum += coefficients[j] * variables.get(j)[cell];
            }
            return sum;
        }

        @Override
        public void add(int cell, double factor, double[] sum) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += factor * variables.get(j)[cell];
            }
        }

        @Override
        public void addOuter(int cell, double factor, double[][] sum) {
            for (int i = 0; i < sum.length; i++) {
                add(cell, factor * variables.get(i)[cell], sum[i]);
            }
        }
    }
}
