package org.zhisheng.analytics.cli.bench;

import java.util.List;
import org.zhisheng.analytics.data.CategoryColumn;

/** The least that any estimation must do: count each item's answers by stratum, in a plain loop on one core. */
final class CountingLoop {
    private static final int WIDTH = 8;

    private CountingLoop() {}

    static long[] run(CategoryColumn stratum, List<CategoryColumn> items) {
        byte[] strata = stratum.codes();
        long[] all = new long[items.size()];
        for (int item = 0; item < items.size(); item++) {
            int[] counts = new int[SyntheticSurvey.STRATA * WIDTH];
            byte[] codes = items.get(item).codes();
            for (int row = 0; row < codes.length; row++) {
                counts[strata[row] * WIDTH + (codes[row] & (WIDTH - 1))]++;
            }
            for (int i = 0; i < counts.length; i++) {
                all[item] += (long) counts[i] * (i % WIDTH);
            }
        }
        return all;
    }
}
