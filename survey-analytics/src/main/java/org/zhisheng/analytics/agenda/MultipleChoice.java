package org.zhisheng.analytics.agenda;

import java.util.List;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.EstimateVector;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Variable;

/**
 * A question with several picks: the weighted share of workers who picked each topic. Shares add up to the mean number of
 * picks, not to 1, and depend on each other, so that differences need their covariance.
 */
public final class MultipleChoice {
    private final List<RankedEstimate> shares;
    private final EstimateVector vector;

    private MultipleChoice(List<RankedEstimate> shares, EstimateVector vector) {
        this.shares = shares;
        this.vector = vector;
    }

    /**
     * Shares under a design.
     *
     * @param picks one variable in rows for each topic: 1 picked, 0 not picked, NaN for whoever did not answer the question
     *     (an answer "none" is all 0, and in the base)
     * @param rule the interval of a proportion
     * @throws IllegalArgumentException naming a variable with other values
     */
    public static MultipleChoice of(Estimator estimator, List<Variable> picks, Domain domain, EstimateRule rule) {
        List<Estimate> shares = picks.stream()
                .map(pick -> estimator.proportion(pick, domain, rule))
                .toList();
        EstimateRule bare = new EstimateRule(IntervalRule.none(), DesignEffect.NONE);
        return new MultipleChoice(
                RankedEstimate.of(picks.stream().map(Variable::name).toList(), shares),
                estimator.means(picks, domain, bare));
    }

    /** Each topic's share and rank, in the order given. */
    public List<RankedEstimate> shares() {
        return shares;
    }

    /** How far the first topic's share lies above the second's, with its error. */
    public Estimate difference(int first, int second, IntervalRule rule) {
        double[] coefficients = new double[shares.size()];
        coefficients[first] += 1;
        coefficients[second] -= 1;
        String name = shares.get(first).topic() + " less " + shares.get(second).topic();
        return vector.combination(name, coefficients, rule);
    }
}
