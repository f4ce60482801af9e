package org.zhisheng.analytics.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A respondent's whole answer vector, blanks included, as a key. */
record Pattern(String codes) {
    static Pattern of(AnswerGrid grid, int row) {
        char[] codes = new char[grid.items()];
        for (int item = 0; item < codes.length; item++) {
            codes[item] = (char) Math.max(0, grid.code(item, row) + 1);
        }
        return new Pattern(new String(codes));
    }

    /** For each row the first row of the same pattern, itself where it is the first. */
    static int[] firstOfEach(AnswerGrid grid) {
        Map<Pattern, Integer> first = new LinkedHashMap<>();
        int[] firsts = new int[grid.rows()];
        Arrays.setAll(firsts, row -> {
            Integer earlier = first.putIfAbsent(of(grid, row), row);
            return earlier == null ? row : earlier;
        });
        return firsts;
    }
}
