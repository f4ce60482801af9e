package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Estimate;

/**
 * Estimates of a cube's items: what {@link Estimator} gives from rows, from counts alone.
 *
 * <p>The design must lie on the cells of the cube; domains are unions of cells.
 */
public final class CubeEstimator {
    private final CountCube cube;
    private final Estimator estimator;

    /** An item and how its answers are scored. */
    public record Item(String name, Scoring scoring) {}

    /** An estimator of the items of a cube under a design on its cells. */
    public CubeEstimator(CountCube cube, Design design) {
        if (cube.cells() != design.cells()) {
            throw new IllegalArgumentException("the design has " + design.cells() + " cells, the cube " + cube.cells());
        }
        this.cube = cube;
        this.estimator = new Estimator(design);
    }

    /** Mean score of an item in a domain. */
    public Estimate mean(Item item, Domain domain, EstimateRule rule) {
        return estimator.mean(variable(item), domain, rule);
    }

    /** Share of an item's answers that score 1, the scoring giving 0 and 1 only. */
    public Estimate proportion(Item item, Domain domain, EstimateRule rule) {
        return estimator.proportion(variable(item), domain, rule);
    }

    /** Estimated number of people whose answer scores 1, or sum of scores. */
    public Estimate total(Item item, Domain domain, EstimateRule rule) {
        return estimator.total(variable(item), domain, rule);
    }

    /** Domains by a dimension of the cube, in label order. */
    public List<Domain> domains(String dimension) {
        return Domain.by(cube.grouping(dimension));
    }

    /**
     * Means of several items, each on its own base, with covariances from the cube's pair counts.
     *
     * @throws IllegalArgumentException if two of the items were not counted in pairs
     */
    public EstimateVector means(List<Item> items, Domain domain, EstimateRule rule) {
        List<Estimate> estimates = new ArrayList<>();
        double[][] covariance = new double[items.size()][items.size()];
        for (int i = 0; i < items.size(); i++) {
            Estimate estimate = mean(items.get(i), domain, rule);
            estimates.add(estimate);
            covariance[i][i] = estimate.standardError() * estimate.standardError();
            for (int j = 0; j < i; j++) {
                covariance[i][j] = covariance(items.get(i), items.get(j), domain);
                covariance[j][i] = covariance[i][j];
            }
        }
        return EstimateVector.of(estimates, covariance, estimator.degreesOfFreedom(domain));
    }

    /** Means of one item in several domains with their covariances. */
    public EstimateVector domainMeans(Item item, List<Domain> domains, EstimateRule rule) {
        return estimator.domainMeans(variable(item), domains, rule);
    }

    private double covariance(Item first, Item second, Domain domain) {
        List<Variable> pair = Variable.ofPair(cube, first.name(), first.scoring(), second.name(), second.scoring());
        Design design = estimator.design();
        Linearized a = Linearized.mean(design, pair.get(0), domain);
        Linearized b = Linearized.mean(design, pair.get(1), domain);
        return TaylorVariance.covariance(design, List.of(a, b))[0][1];
    }

    /** An item as a variable on the cells. */
    public Variable variable(Item item) {
        return Variable.of(cube, item.name(), item.scoring());
    }
}
