package org.zhisheng.analytics.weighting;

/**
 * Weights after an adjustment to known population counts, and the matching change to linearised variances: an adjusted
 * estimate varies only as far as its variable is not explained by what was adjusted to.
 */
public sealed interface WeightAdjustment permits PostStratification, Raking, Calibration, WeightTrimming {
    /** Adjusted weight of a respondent in each cell. */
    double[] weights();

    /**
     * Replaces weighted influence values by their residuals.
     *
     * @param influence values per record, {@code cells × width}, weights included; changed in place
     * @param width records in each cell
     * @param frequency respondents per record
     */
    void removeExplained(double[] influence, int width, double[] frequency);

    /** How the adjustment and its variance were made, for the reader of an estimate. */
    String convention();
}
