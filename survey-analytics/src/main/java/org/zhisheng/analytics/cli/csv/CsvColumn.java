package org.zhisheng.analytics.cli.csv;

import java.util.List;

/** One loaded column; every array has one element a row. */
public sealed interface CsvColumn {
    /** The number of rows. */
    int rows();

    /**
     * A column of few values.
     *
     * @param codes the place of the row's value in {@code values}, as an unsigned byte
     * @param values the distinct cells, numbers in ascending order where all (but blanks) are numbers, else in code-point
     *     order
     */
    record Bytes(byte[] codes, List<String> values) implements CsvColumn {
        @Override
        public int rows() {
            return codes.length;
        }
    }

    /**
     * A column of many values.
     *
     * @param codes the place of the row's value in {@code values}
     * @param values the distinct cells, in the order of {@link Bytes}
     */
    record Ints(int[] codes, List<String> values) implements CsvColumn {
        @Override
        public int rows() {
            return codes.length;
        }
    }

    /**
     * A column of numbers.
     *
     * @param numbers the numbers; NaN where the row has a token or a blank
     * @param tokens 0 where the row has a number, 1 where it is blank, i + 2 for the i-th token of the request; of length
     *     0 where every row has a number
     */
    record Doubles(double[] numbers, byte[] tokens) implements CsvColumn {
        @Override
        public int rows() {
            return numbers.length;
        }
    }
}
