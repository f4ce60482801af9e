package org.zhisheng.analytics.disclosure;

import java.util.List;

/**
 * A figure as a function of category counts: the mean of a value that each category stands for. A rate's values are 1 and
 * 0; categories outside its base have no value.
 *
 * @param category code of the option for a share; empty for a figure of the whole item
 * @param statistic what it is called: {@code satisfied}, {@code index}, {@code share}, …
 * @param detail the least detail at which it is shown
 * @param choice whether it is one of several options that are put in order of choice: those are shown by place where the
 *     unit is too small for shares, in whole percent elsewhere
 * @param values what each category counts as, in the item's order; NaN keeps a category out of the base
 */
public record Outcome(String category, String statistic, Detail detail, boolean choice, List<Double> values) {
    public Outcome {
        values = List.copyOf(values);
    }

    /** Whether it is a share of people, which a minority of too few would give away. */
    public boolean isRate() {
        return values.stream().allMatch(v -> Double.isNaN(v) || v == 0 || v == 1);
    }

    /** Whether the whole unit's figure carries four decimals: two- and three-way rates and means do. */
    boolean isHeadline() {
        return !choice && detail.compareTo(Detail.THREE_WAY) <= 0;
    }

    /** How many people it rests on. */
    int base(int[] counts) {
        int base = 0;
        for (int c = 0; c < counts.length; c++) {
            base += Double.isNaN(values.get(c)) ? 0 : counts[c];
        }
        return base;
    }

    /** Sum of the values over people: for a rate, how many it is true of. */
    double sum(int[] counts) {
        double sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c] == 0 || Double.isNaN(values.get(c)) ? 0 : counts[c] * values.get(c);
        }
        return sum;
    }
}
