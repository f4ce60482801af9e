package org.zhisheng.analytics.quality;

/**
 * Careless answering within one block of items with the same scale, for each respondent: the longest run of equal answers
 * (long-string), the spread of the answers (intra-individual response variability) and whether all are equal
 * (straight-lining).
 */
public final class StraightLining {
    private final int[] longest;
    private final double[] spread;
    private final int[] answered;

    private StraightLining(int[] longest, double[] spread, int[] answered) {
        this.longest = longest;
        this.spread = spread;
        this.answered = answered;
    }

    /**
     * Checks a block of items in the order of asking.
     *
     * @param blanks whether a blank is passed over (SKIP) or ends a run (COUNT); blanks never form a run themselves
     */
    public static StraightLining of(AnswerGrid block, BlankRule blanks) {
        int rows = block.rows();
        StraightLining result = new StraightLining(new int[rows], new double[rows], new int[rows]);
        for (int row = 0; row < rows; row++) {
            result.longest[row] = longestRun(block, row, blanks);
            result.spread[row] = standardDeviation(block, row);
            result.answered[row] = block.answeredBy(row);
        }
        return result;
    }

    private static int longestRun(AnswerGrid block, int row, BlankRule blanks) {
        int longest = 0;
        int run = 0;
        int previous = -1;
        for (int item = 0; item < block.items(); item++) {
            if (!block.missing(item, row)) {
                run = block.code(item, row) == previous ? run + 1 : 1;
                previous = block.code(item, row);
                longest = Math.max(longest, run);
            } else if (blanks == BlankRule.COUNT) {
                previous = -1;
            }
        }
        return longest;
    }

    private static double standardDeviation(AnswerGrid block, int row) {
        int answered = 0;
        double sum = 0;
        double squares = 0;
        for (int item = 0; item < block.items(); item++) {
            if (!block.missing(item, row)) {
                answered++;
                sum += block.code(item, row);
                squares += block.code(item, row) * block.code(item, row);
            }
        }
        return answered < 2 ? Double.NaN : Math.sqrt((squares - sum * sum / answered) / (answered - 1));
    }

    /** Length of the row's longest run of equal answers; 0 without answers. */
    public int longString(int row) {
        return longest[row];
    }

    /** Standard deviation of the row's answer codes, divisor n − 1; NaN below two answers. */
    public double spread(int row) {
        return spread[row];
    }

    /** Whether the row gave at least {@code minimum} answers, all of them equal. */
    public boolean straight(int row, int minimum) {
        return answered[row] >= Math.max(2, minimum) && spread[row] == 0;
    }

    /** Share of straight-lining rows among those with at least {@code minimum} answers; NaN when there are none. */
    public double straightShare(int minimum) {
        int straight = 0;
        int judged = 0;
        for (int row = 0; row < answered.length; row++) {
            judged += answered[row] >= Math.max(2, minimum) ? 1 : 0;
            straight += straight(row, minimum) ? 1 : 0;
        }
        return (double) straight / judged;
    }
}
