package org.zhisheng.server.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhisheng.analytics.score.Ahp;
import org.zhisheng.analytics.score.Dimension;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.Reweighting;
import org.zhisheng.analytics.score.Scheme;

/** Weights from experts' pairwise judgements: over the dimensions, and within each dimension. */
final class Weighing {
    /** What is compared when dimensions are. */
    static final String DIMENSIONS = "dimensions";

    private final Scheme scheme;
    private final List<Judgement> judgements;

    Weighing(Scheme scheme, List<Judgement> judgements) {
        this.scheme = scheme;
        this.judgements = judgements;
    }

    /** The groups that can be compared: the dimensions, and each dimension with two indicators or more. */
    List<String> groups() {
        List<String> groups = new ArrayList<>(List.of(DIMENSIONS));
        scheme.dimensions().stream()
                .map(Dimension::id)
                .filter(d -> items(d).size() > 1)
                .forEach(groups::add);
        return groups;
    }

    /** The ids that are compared in a group. */
    List<String> items(String group) {
        return group.equals(DIMENSIONS)
                ? scheme.dimensions().stream().map(Dimension::id).toList()
                : scheme.indicatorsOf(group).stream().map(Indicator::id).toList();
    }

    /** The experts who judged a group. */
    List<Judgement> of(String group) {
        return judgements.stream().filter(j -> j.of().equals(group)).toList();
    }

    /** Weights and consistency of a group; empty where nobody judged it. */
    Optional<Ahp> result(String group) {
        int items = items(group).size();
        List<double[][]> matrices = of(group).stream().map(j -> j.matrix(items)).toList();
        return matrices.isEmpty() ? Optional.empty() : Optional.of(Ahp.of(matrices));
    }

    /** The scheme by the judgements; where a group was not judged its proportions stay. */
    Scheme weighed() {
        double[] weights = new double[scheme.indicators().size()];
        double[] dimensions = result(DIMENSIONS)
                .map(Ahp::weights)
                .orElseGet(() -> scheme.dimensions().stream()
                        .mapToDouble(Dimension::weight)
                        .toArray());
        for (int d = 0; d < dimensions.length; d++) {
            String id = scheme.dimensions().get(d).id();
            List<Indicator> within = scheme.indicatorsOf(id);
            double[] local = result(id)
                    .map(Ahp::weights)
                    .orElseGet(
                            () -> within.stream().mapToDouble(Indicator::weight).toArray());
            double sum = Arrays.stream(local).sum();
            for (int i = 0; i < local.length; i++) {
                weights[scheme.indicators().indexOf(within.get(i))] = dimensions[d] * local[i] / sum;
            }
        }
        return Reweighting.of(scheme, weights);
    }
}
