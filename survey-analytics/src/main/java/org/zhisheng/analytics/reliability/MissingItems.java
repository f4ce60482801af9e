package org.zhisheng.analytics.reliability;

/** What happens to a respondent who left items of a scale blank. */
public enum MissingItems {
    /**
     * Each covariance rests on the respondents who answered both items (R {@code cov(use = "pairwise")}, the default of
     * {@code psych::alpha}).
     */
    PAIRWISE("covariances over respondents who answered both items"),
    /** Only respondents who answered every item count. */
    LISTWISE("only respondents who answered every item");

    private final String convention;

    MissingItems(String convention) {
        this.convention = convention;
    }

    String convention() {
        return convention;
    }
}
