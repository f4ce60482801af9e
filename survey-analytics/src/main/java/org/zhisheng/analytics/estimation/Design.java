package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.weighting.WeightAdjustment;
import org.zhisheng.analytics.weighting.WeightTrimming;

/**
 * How the respondents were sampled and weighted: strata, one-stage clusters, weights, population sizes.
 *
 * <p>A design is over cells. For data in rows each row is a cell; for a {@link CountCube} a cell holds many respondents
 * of equal stratum and weight, and the same formulas run over far fewer records.
 */
public final class Design {
    private final Factor strata;
    private final @Nullable Factor clusters;
    private final double[] frequency;
    private final double[] baseWeights;
    private final double[] weights;
    private final double @Nullable [] populationSizes;
    private final int[] psus;
    private final LonelyPsu lonelyPsu;
    private final boolean adjustLonelyDomains;
    private final List<WeightAdjustment> adjustments;
    private final List<String> conventions;

    Design(DesignBuilder builder, Factor strata, double[] weights, int[] psus) {
        this.strata = strata;
        this.clusters = builder.clusters;
        this.frequency = builder.frequency;
        this.baseWeights = weights;
        this.weights = weights;
        this.populationSizes = builder.populationSizes;
        this.psus = psus;
        this.lonelyPsu = builder.lonelyPsu;
        this.adjustLonelyDomains = builder.adjustLonelyDomains;
        this.adjustments = List.of();
        this.conventions = builder.conventions();
    }

    private Design(Design before, WeightAdjustment adjustment) {
        this.strata = before.strata;
        this.clusters = before.clusters;
        this.frequency = before.frequency;
        this.baseWeights = before.baseWeights;
        this.weights = adjustment.weights();
        this.populationSizes = before.populationSizes;
        this.psus = before.psus;
        this.lonelyPsu = before.lonelyPsu;
        this.adjustLonelyDomains = before.adjustLonelyDomains;
        this.adjustments = joined(before.adjustments, adjustment);
        this.conventions = joined(before.conventions, adjustment.convention());
    }

    private static <T> List<T> joined(List<T> list, T last) {
        List<T> joined = new ArrayList<>(list);
        joined.add(last);
        return List.copyOf(joined);
    }

    /** Starts a design of so many rows, one respondent each. */
    public static DesignBuilder ofRows(int rows) {
        double[] one = new double[rows];
        Arrays.fill(one, 1);
        return new DesignBuilder(one);
    }

    /** Starts a design over the cells of a cube. */
    public static DesignBuilder ofCube(CountCube cube) {
        double[] frequency = new double[cube.cells()];
        Arrays.setAll(frequency, cube::size);
        return new DesignBuilder(frequency);
    }

    /**
     * The design with adjusted weights; estimates will take the adjustment's effect on their variance into account.
     *
     * @param adjust makes the adjustment from the present weights and the cells' frequencies, for example
     *     {@code (w, n) -> PostStratification.of(margin, w, n)}
     */
    public Design adjusted(BiFunction<double[], double[], WeightAdjustment> adjust) {
        return new Design(this, adjust.apply(weights.clone(), frequency.clone()));
    }

    /** Number of cells. */
    public int cells() {
        return frequency.length;
    }

    /** Respondents in a cell; 1 for data in rows. */
    public double frequency(int cell) {
        return frequency[cell];
    }

    /** Weight of a respondent in each cell, after all adjustments. */
    public double[] weights() {
        return weights.clone();
    }

    /** Weight of a respondent in each cell, before any adjustment. */
    public double[] baseWeights() {
        return baseWeights.clone();
    }

    /** The stratum of each cell. */
    public Factor strata() {
        return strata;
    }

    /** The cluster of each cell, or null where respondents themselves were sampled. */
    public @Nullable Factor clusters() {
        return clusters;
    }

    /** Whether weights were adjusted to population counts, so that respondents outside a domain inform it too. */
    public boolean isAdjusted() {
        return adjustments.stream().anyMatch(adjustment -> !(adjustment instanceof WeightTrimming));
    }

    /** The choices that estimates from this design rest on. */
    public List<String> conventions() {
        return conventions;
    }

    /** Primary sampling units of a stratum in the whole sample. */
    int psus(int stratum) {
        return psus[stratum];
    }

    /** One minus the sampled share of a stratum's primary sampling units; 1 without population sizes. */
    double remaining(int stratum) {
        double size = populationSizes == null ? Double.POSITIVE_INFINITY : populationSizes[stratum];
        return Double.isInfinite(size) ? 1 : (size - psus[stratum]) / size;
    }

    double weight(int cell) {
        return weights[cell];
    }

    LonelyPsu lonelyPsu() {
        return lonelyPsu;
    }

    boolean adjustLonelyDomains() {
        return adjustLonelyDomains;
    }

    List<WeightAdjustment> adjustments() {
        return adjustments;
    }
}
