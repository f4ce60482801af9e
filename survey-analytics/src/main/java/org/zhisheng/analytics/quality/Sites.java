package org.zhisheng.analytics.quality;

import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.data.Factor;

/**
 * The site of each respondent, as a stratum code that is public anyway: a workshop or an enterprise, never a person.
 */
public final class Sites {
    private final List<String> names;
    private final int[] codes;

    private Sites(List<String> names, int[] codes) {
        this.names = names;
        this.codes = codes;
    }

    /**
     * Sites by code.
     *
     * @param codes position of each row's site in {@code names}
     * @throws IllegalArgumentException naming a row whose code has no site
     */
    public static Sites of(List<String> names, int[] codes) {
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] < 0 || codes[row] >= names.size()) {
                throw new IllegalArgumentException("row " + (row + 1) + " names site " + codes[row] + " of "
                        + names.size() + ": every row needs one");
            }
        }
        return new Sites(List.copyOf(names), codes.clone());
    }

    /** Sites from a grouping of the sample; a missing level is refused. */
    public static Sites of(Factor grouping) {
        int[] codes = new int[grouping.size()];
        Arrays.setAll(codes, grouping::code);
        return of(grouping.labels(), codes);
    }

    /** Number of sites. */
    public int count() {
        return names.size();
    }

    String name(int site) {
        return names.get(site);
    }

    int of(int row) {
        return codes[row];
    }

    void requireRows(int rows) {
        if (codes.length != rows) {
            throw new IllegalArgumentException(codes.length + " sites for " + rows + " respondents: give one for each");
        }
    }
}
