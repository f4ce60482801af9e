package org.zhisheng.server.survey;

import java.util.List;
import java.util.Map;

/**
 * How many workers are expected to be alone with their combination of stratum and demographics: whoever is alone and known
 * to have answered could be recognised by it. From headcounts and typical shares, demographics taken as independent.
 */
final class Uniqueness {
    /** Largest share of workers expected alone at which more than two demographics are let pass. */
    static final double LIMIT = 0.10;

    /** Rounded guesses for a manufacturing plant, uneven on purpose: uneven shares leave more people alone. */
    private static final Map<String, double[]> TYPICAL_SHARES = Map.of(
            "JOB", new double[] {0.62, 0.13, 0.15, 0.10},
            "EMPLOYMENT", new double[] {0.80, 0.15, 0.05},
            "MIGRANT", new double[] {0.35, 0.65},
            "SEX", new double[] {0.65, 0.35},
            "AGE", new double[] {0.25, 0.45, 0.30},
            "TENURE", new double[] {0.15, 0.40, 0.45});

    /** For a demographic that is not known here: as revealing as the worst known one. */
    private static final double[] UNKNOWN = {0.4, 0.3, 0.15, 0.1, 0.05};

    private Uniqueness() {}

    /**
     * The share of workers expected to be alone: Σ_h N_h/N · Σ_c p_c (1 − p_c)^(N_h − 1) over strata h and combinations c.
     *
     * @param frame the strata
     * @param demographics codes of the demographics asked
     * @return between 0 and 1
     */
    static double expected(Frame frame, List<String> demographics) {
        double[] combinations = {1};
        for (String code : demographics) {
            combinations = crossed(combinations, TYPICAL_SHARES.getOrDefault(code, UNKNOWN));
        }
        double alone = 0;
        for (Stratum stratum : frame.strata()) {
            for (double share : combinations) {
                alone += stratum.headcount() * share * Math.pow(1 - share, stratum.headcount() - 1.0);
            }
        }
        return alone / frame.headcount();
    }

    /**
     * The first of the demographics that leave fewer than {@link #LIMIT} of the workers alone: all of them in most plants,
     * none where there are ten workers.
     */
    static List<String> harmless(Frame frame, List<String> demographics) {
        int asked = demographics.size();
        while (asked > 0 && expected(frame, demographics.subList(0, asked)) >= LIMIT) {
            asked--;
        }
        return List.copyOf(demographics.subList(0, asked));
    }

    private static double[] crossed(double[] left, double[] right) {
        double[] all = new double[left.length * right.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = left[i / right.length] * right[i % right.length];
        }
        return all;
    }
}
