package org.zhisheng.analytics.cli.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.disclosure.Covariance;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.Headlines;
import org.zhisheng.analytics.disclosure.Outcome;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.disclosure.UnitCounts;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.EstimateVector;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.LonelyPsu;
import org.zhisheng.analytics.estimation.MergeRule;
import org.zhisheng.analytics.estimation.Strata;
import org.zhisheng.analytics.estimation.Variable;

/** Estimates the whole unit, weighted by the blocks of its protection, as {@code analyze} would with these strata. */
final class WholeEstimates {
    private WholeEstimates() {}

    static Headlines of(ProtectPlan plan, Respondents respondents, UnitCounts frame, Protection protection) {
        Estimator estimator = new Estimator(design(respondents, frame, protection));
        List<Figure> figures = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        for (ProtectPlan.Item item : plan.items()) {
            int[] answers = respondents.categories(item);
            for (Outcome outcome : item.outcomes()) {
                double[] values = Arrays.stream(answers)
                        .mapToDouble(a -> outcome.values().get(a))
                        .toArray();
                if (Arrays.stream(values).allMatch(Double::isNaN)) {
                    continue;
                }
                Variable variable = Variable.ofRows(item.column(), values);
                var estimate = outcome.isRate()
                        ? estimator.proportion(variable, Domain.all(), EstimateRule.forProportions())
                        : estimator.mean(variable, Domain.all(), EstimateRule.forMeans());
                figures.add(new Figure(item.column(), outcome.category(), estimate.named(outcome.statistic())));
                if (outcome.category().isEmpty()) {
                    names.add(item.column() + " " + outcome.statistic());
                    variables.add(variable);
                }
            }
        }
        int workers = frame.cells().stream().mapToInt(c -> c.headcount()).sum();
        return new Headlines(
                respondents.hasHeadcounts() ? workers : -1,
                respondents.size(),
                plan.level(),
                figures,
                List.of(),
                covariances(estimator, names, variables));
    }

    private static List<Covariance> covariances(Estimator estimator, List<String> names, List<Variable> variables) {
        List<Covariance> covariances = new ArrayList<>();
        if (variables.isEmpty()) {
            return covariances;
        }
        EstimateVector estimates = estimator.means(variables, Domain.all(), EstimateRule.forMeans());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i; j < names.size(); j++) {
                covariances.add(new Covariance(names.get(i), names.get(j), estimates.covariance(i, j)));
            }
        }
        return covariances;
    }

    private static Design design(Respondents respondents, UnitCounts frame, Protection protection) {
        var design = Design.ofRows(respondents.size());
        if (!respondents.hasHeadcounts()) {
            return design.build();
        }
        double[] once = new double[respondents.size()];
        Arrays.fill(once, 1);
        Map<String, Integer> workers = new HashMap<>();
        IntStream.range(0, frame.cells().size())
                .forEach(c -> workers.put(
                        frame.cells().get(c).name(), frame.cells().get(c).headcount()));
        Map<String, String> blockOf = new HashMap<>();
        protection.blocks().forEach(b -> b.forEach(c -> blockOf.put(c, String.join("+", b))));
        Factor cells = Factor.of("cell", respondents.cellNames(), respondents.cellOf());
        Strata strata = Strata.of(cells, once, workers, new MergeRule.Groups(Integer.MAX_VALUE, blockOf));
        return design.strata(strata).lonelyPsu(LonelyPsu.ADJUST).build();
    }
}
