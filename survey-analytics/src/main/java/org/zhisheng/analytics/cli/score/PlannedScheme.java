package org.zhisheng.analytics.cli.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.Aggregation;
import org.zhisheng.analytics.score.Ahp;
import org.zhisheng.analytics.score.Dimension;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.Reweighting;
import org.zhisheng.analytics.score.Scheme;

/**
 * The scheme of a plan with the weights and means that the plan puts in place of its own.
 *
 * @param changes what was changed, in words; a changed scheme is no longer the published one
 * @param judgements consistency of pairwise judgements
 */
record PlannedScheme(Scheme scheme, List<String> changes, List<Fields> judgements) {
    static PlannedScheme read(PlanNode plan, Path folder) {
        Scheme scheme = SchemeFile.read(plan.get("scheme"), folder);
        List<String> changes = new ArrayList<>();
        List<Fields> judgements = new ArrayList<>();
        if (plan.has("weights")) {
            scheme = weighed(scheme, plan.get("weights"), judgements);
            changes.add("weights: " + plan.get("weights").text("by"));
        }
        if (plan.has("aggregation")) {
            scheme = aggregated(scheme, SchemeFile.aggregation(plan.get("aggregation")));
            changes.add("aggregation: " + plan.get("aggregation").json());
        }
        SchemeFile.check(scheme, plan.has("weights") ? "weights" : "scheme");
        return new PlannedScheme(scheme, changes, judgements);
    }

    static Scheme aggregated(Scheme s, Aggregation aggregation) {
        return new Scheme(
                s.id(),
                s.parent(),
                s.dimensions(),
                s.indicators(),
                s.measures(),
                aggregation,
                s.missingAllowed(),
                s.bands(),
                s.caps(),
                s.vetoes(),
                s.coverage(),
                s.smallUnit());
    }

    private static Scheme weighed(Scheme scheme, PlanNode node, List<Fields> judgements) {
        return switch (node.text("by")) {
            case "equal" -> Reweighting.equal(scheme);
            case "hand" -> byHand(scheme, node.get("points"));
            default -> node.has("experts") ? flat(scheme, node, judgements) : hierarchical(scheme, node, judgements);
        };
    }

    /** Weights as they were typed; the check of the scheme says so where they do not add up. */
    private static Scheme byHand(Scheme scheme, PlanNode points) {
        Map<String, PlanNode> given = points.members();
        double[] weights = new double[scheme.indicators().size()];
        for (int i = 0; i < weights.length; i++) {
            String id = scheme.indicators().get(i).id();
            PlanNode weight = given.remove(id);
            if (weight == null) {
                throw points.fault("gives no weight to " + id);
            }
            weights[i] = weight.number();
        }
        if (!given.isEmpty()) {
            throw points.fault("weighs what the scheme does not have: " + String.join(", ", given.keySet()));
        }
        double sum = Arrays.stream(weights).sum();
        if (!(Math.abs(sum - 100) <= 1e-5)) {
            throw points.fault("the weights add up to " + sum + " points, not to 100");
        }
        return Reweighting.of(scheme, weights);
    }

    private static Scheme flat(Scheme scheme, PlanNode node, List<Fields> judgements) {
        List<String> ids = scheme.indicators().stream().map(Indicator::id).toList();
        List<String> order = node.has("indicators") ? node.texts("indicators") : ids;
        if (order.size() != ids.size() || !order.containsAll(ids)) {
            throw node.fault("the judgements must compare every indicator of the scheme once: " + ids);
        }
        Ahp ahp = Judgements.weigh(node.get("experts"), ids.size());
        judgements.add(consistency("indicators", ahp));
        double[] weights = new double[ids.size()];
        Arrays.setAll(weights, i -> ahp.weights()[order.indexOf(ids.get(i))]);
        return Reweighting.of(scheme, weights);
    }

    private static Scheme hierarchical(Scheme scheme, PlanNode node, List<Fields> judgements) {
        double[] dimensions =
                scheme.dimensions().stream().mapToDouble(Dimension::weight).toArray();
        if (node.has("dimensions")) {
            Ahp ahp = Judgements.weigh(node.get("dimensions"), dimensions.length);
            judgements.add(consistency("dimensions", ahp));
            dimensions = ahp.weights();
        }
        double[] weights = new double[scheme.indicators().size()];
        for (int d = 0; d < dimensions.length; d++) {
            String id = scheme.dimensions().get(d).id();
            List<Indicator> indicators = scheme.indicatorsOf(id);
            double[] local = local(node.find("within"), id, indicators, judgements);
            double sum = Arrays.stream(local).sum();
            for (int i = 0; i < local.length; i++) {
                weights[scheme.indicators().indexOf(indicators.get(i))] = dimensions[d] * local[i] / sum;
            }
        }
        return Reweighting.of(scheme, weights);
    }

    private static double[] local(
            @Nullable PlanNode within, String dimension, List<Indicator> indicators, List<Fields> judgements) {
        if (within == null || !within.has(dimension)) {
            return indicators.stream().mapToDouble(Indicator::weight).toArray();
        }
        Ahp ahp = Judgements.weigh(within.get(dimension), indicators.size());
        judgements.add(consistency(dimension, ahp));
        return ahp.weights();
    }

    private static Fields consistency(String of, Ahp ahp) {
        List<Fields> experts = new ArrayList<>();
        for (int e = 0; e < ahp.experts().size(); e++) {
            Ahp.Expert expert = ahp.experts().get(e);
            experts.add(new Fields()
                    .put("expert", e + 1)
                    .put("lambda", expert.lambda())
                    .put("consistency_ratio", expert.ratio())
                    .put("consistent", expert.ratio() < Ahp.TOLERABLE)
                    .put("weights", Arrays.stream(expert.weights()).boxed().toList()));
        }
        return new Fields()
                .put("of", of)
                .put("lambda", ahp.lambda())
                .put("consistency_ratio", ahp.ratio())
                .put("consistent", ahp.ratio() < Ahp.TOLERABLE)
                .put("weights", Arrays.stream(ahp.weights()).boxed().toList())
                .put("experts", experts);
    }
}
