package org.zhisheng.server.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Missing;
import org.zhisheng.analytics.disclosure.Composite;
import org.zhisheng.analytics.disclosure.Covariance;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.EstimateVector;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.IntervalMethod;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.Reference;
import org.zhisheng.analytics.estimation.Scoring;
import org.zhisheng.analytics.estimation.Variable;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;

/**
 * What is estimated of each item, in the terms of the scheme. Which measures an item has follows from its options alone:
 * ratings carry points, awareness items have the options "very clear" and "know".
 *
 * <ul>
 *   <li>知晓率 {@code aware}: very clear or know, over all who answered; "no" and "heard only" stay in the base.
 *   <li>{@code agreed}, {@code understood}: agree or strongly agree, received and understood, over all who answered, "don't
 *       know" included. The scheme scores them; as sums of options they would wait for 100 responses.
 *   <li>满意率 {@code satisfied}, strict: the two upper points over all who could judge; {@code dissatisfied} likewise.
 *   <li>满意度 {@code index}: mean of 100/80/60/40/20 over all who could judge.
 *   <li>{@code share} of each option: over all who answered, "don't know" included.
 *   <li>{@code any} of an item with several options and a "none of these": one or more of the others.
 *   <li>{@code rank-points} of a ranking: 3, 2, 1 for its places and 0 for what was not placed (Borda's count), over all
 *       who ranked.
 * </ul>
 */
final class Measures {
    /** Rates over all who answered: the options that count as a hit, by the statistic. */
    static final Map<String, List<String>> ANSWERED = answered();

    static final int SATISFIED_FROM = 80;
    static final int DISSATISFIED_TO = 40;

    private final Estimator estimator;
    private final Dataset data;
    private final EstimateRule shares;
    private final EstimateRule means;

    Measures(Estimator estimator, Dataset data, double level) {
        this.estimator = estimator;
        this.data = data;
        this.shares =
                new EstimateRule(new IntervalRule(IntervalMethod.LOGIT, Reference.DESIGN, level), DesignEffect.NONE);
        this.means =
                new EstimateRule(new IntervalRule(IntervalMethod.WALD, Reference.DESIGN, level), DesignEffect.NONE);
    }

    private static Map<String, List<String>> answered() {
        Map<String, List<String>> rates = new LinkedHashMap<>();
        rates.put("aware", List.of("VERY_CLEAR", "KNOW"));
        rates.put("agreed", List.of("STRONGLY_AGREE", "AGREE"));
        rates.put("understood", List.of("UNDERSTOOD"));
        return rates;
    }

    /** The headline figures of items: awareness, satisfaction, shares of several choices, and composites. */
    List<Figure> headlines(List<Item> items, Domain domain) {
        List<Figure> figures = new ArrayList<>();
        for (Item item : items) {
            figures.addAll(headlines(item, domain));
        }
        figures.addAll(composites(items, domain));
        return figures;
    }

    /** The headline figures and the share of every option. */
    List<Figure> everything(List<Item> items, Domain domain) {
        List<Figure> figures = new ArrayList<>(headlines(items, domain));
        items.stream()
                .filter(item -> item.kind() == ItemKind.SINGLE)
                .forEach(item -> figures.addAll(distribution(item, domain)));
        return figures;
    }

    private List<Figure> headlines(Item item, Domain domain) {
        return switch (item.kind()) {
            case SINGLE -> single(item, domain);
            case MULTIPLE -> choices(item, domain);
            case RANKED -> ranking(item, domain);
            case TEXT -> List.of();
        };
    }

    private List<Figure> single(Item item, Domain domain) {
        List<Figure> figures = new ArrayList<>(rated(item) ? rating(item, domain) : List.of());
        answeredRates(item)
                .forEach((statistic, variable) ->
                        figures.add(figure(item, "", statistic, estimator.proportion(variable, domain, shares))));
        return figures;
    }

    private List<Figure> rating(Item item, Domain domain) {
        CategoryColumn column = data.column(item);
        Variable satisfied = Variable.of(column, Scoring.indicator(withPoints(item, SATISFIED_FROM, 100)));
        Variable dissatisfied = Variable.of(column, Scoring.indicator(withPoints(item, 0, DISSATISFIED_TO)));
        return List.of(
                figure(item, "", "satisfied", estimator.proportion(satisfied, domain, shares)),
                figure(item, "", "dissatisfied", estimator.proportion(dissatisfied, domain, shares)),
                figure(item, "", "index", estimator.mean(points(item), domain, means)));
    }

    private List<Figure> choices(Item item, Domain domain) {
        List<Figure> figures = new ArrayList<>();
        for (Option option : item.options()) {
            Variable picked = data.chosen(item, chosen -> chosen.contains(option.code()) ? 1 : 0);
            figures.add(figure(item, option.code(), "share", estimator.proportion(picked, domain, shares)));
        }
        if (!exclusive(item).isEmpty()) {
            figures.add(figure(item, "", "any", estimator.proportion(any(item), domain, shares)));
        }
        return figures;
    }

    private List<Figure> ranking(Item item, Domain domain) {
        List<Figure> figures = new ArrayList<>();
        for (Option option : item.options()) {
            Variable points = data.chosen(item, chosen -> rankPoints(item, option, chosen));
            figures.add(figure(item, option.code(), "rank-points", estimator.mean(points, domain, means)));
        }
        return figures;
    }

    private List<Figure> distribution(Item item, Domain domain) {
        List<Figure> figures = new ArrayList<>();
        CategoryColumn column = data.column(item);
        for (String option : column.labels()) {
            Variable hit =
                    Variable.of(column, Scoring.indicator(List.of(option)).counting(Missing.DONT_KNOW, 0));
            figures.add(figure(item, option, "share", estimator.proportion(hit, domain, shares)));
        }
        item.options().stream()
                .filter(o -> o.missing() == org.zhisheng.server.questionnaire.Missing.DONT_KNOW)
                .findFirst()
                .ifPresent(o -> {
                    Variable unsure =
                            Variable.of(column, Scoring.indicator(List.of()).counting(Missing.DONT_KNOW, 1));
                    figures.add(figure(item, o.code(), "share", estimator.proportion(unsure, domain, shares)));
                });
        return figures;
    }

    /** The rated items that feed one indicator: its composite is the mean of their means, each on its own base. */
    private static Map<String, List<Item>> indicators(List<Item> items) {
        Map<String, List<Item>> byIndicator = new LinkedHashMap<>();
        items.stream()
                .filter(Measures::rated)
                .forEach(item -> item.feeds().stream()
                        .filter(feed -> feed.matches("I\\d\\d(\\.baseline)?"))
                        .forEach(feed -> byIndicator
                                .computeIfAbsent(feed, f -> new ArrayList<>())
                                .add(item)));
        byIndicator.values().removeIf(parts -> parts.size() < 2);
        return byIndicator;
    }

    private List<Figure> composites(List<Item> items, Domain domain) {
        List<Figure> figures = new ArrayList<>();
        indicators(items).forEach((indicator, parts) -> {
            double[] equal = new double[parts.size()];
            java.util.Arrays.fill(equal, 1.0 / parts.size());
            List<Variable> variables = parts.stream().map(this::points).toList();
            figures.add(new Figure(
                    indicator,
                    "",
                    estimator.means(variables, domain, means).combination("index", equal, means.interval())));
        });
        return figures;
    }

    /** What the composites are made of. */
    List<Composite> composed(List<Item> items) {
        return indicators(items).entrySet().stream()
                .map(e -> new Composite(
                        e.getKey(), e.getValue().stream().map(Item::code).toList()))
                .toList();
    }

    /** Covariances of all rates and means of the items in the whole unit. */
    List<Covariance> covariances(List<Item> items) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (Item item : items) {
            if (rated(item)) {
                CategoryColumn column = data.column(item);
                variables.put(
                        item.code() + " satisfied",
                        Variable.of(column, Scoring.indicator(withPoints(item, SATISFIED_FROM, 100))));
                variables.put(
                        item.code() + " dissatisfied",
                        Variable.of(column, Scoring.indicator(withPoints(item, 0, DISSATISFIED_TO))));
                variables.put(item.code() + " index", points(item));
            }
            if (item.kind() == ItemKind.SINGLE) {
                answeredRates(item)
                        .forEach((statistic, variable) -> variables.put(item.code() + " " + statistic, variable));
            } else if (item.kind() == ItemKind.MULTIPLE && !exclusive(item).isEmpty()) {
                variables.put(item.code() + " any", any(item));
            }
        }
        if (variables.isEmpty()) {
            return List.of();
        }
        List<String> names = List.copyOf(variables.keySet());
        EstimateVector estimates = estimator.means(List.copyOf(variables.values()), Domain.all(), means);
        List<Covariance> covariances = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i; j < names.size(); j++) {
                covariances.add(new Covariance(names.get(i), names.get(j), estimates.covariance(i, j)));
            }
        }
        return covariances;
    }

    private Map<String, Variable> answeredRates(Item item) {
        Map<String, Variable> rates = new LinkedHashMap<>();
        CategoryColumn column = data.column(item);
        answeredRatesOf(item)
                .forEach((statistic, hits) -> rates.put(
                        statistic, Variable.of(column, Scoring.indicator(hits).counting(Missing.DONT_KNOW, 0))));
        return rates;
    }

    private Variable any(Item item) {
        List<String> exclusive = exclusive(item);
        return data.chosen(item, chosen -> exclusive.containsAll(chosen) ? 0 : 1);
    }

    /** The rates over all who answered that a single choice has, and the options that count as a hit. */
    static Map<String, List<String>> answeredRatesOf(Item item) {
        Map<String, List<String>> rates = new LinkedHashMap<>(ANSWERED);
        rates.values().removeIf(hits -> !Dataset.substantive(item).containsAll(hits));
        return rates;
    }

    /** Codes of the options that exclude the others: "none of these". */
    static List<String> exclusive(Item item) {
        return item.options().stream()
                .filter(Option::exclusive)
                .map(Option::code)
                .toList();
    }

    /** Borda's count of an option in one ranking. */
    static int rankPoints(Item item, Option option, List<String> chosen) {
        int place = chosen.indexOf(option.code());
        return place < 0 ? 0 : item.max() - place;
    }

    private Variable points(Item item) {
        List<Option> options =
                item.options().stream().filter(o -> o.points() != null).toList();
        double[] points = options.stream()
                .mapToDouble(o -> Objects.requireNonNull(o.points()))
                .toArray();
        return Variable.of(data.column(item), Scoring.points(Dataset.substantive(item), points));
    }

    static boolean rated(Item item) {
        return item.kind() == ItemKind.SINGLE
                && item.options().stream().filter(o -> o.missing() == null).allMatch(o -> o.points() != null);
    }

    private static List<String> withPoints(Item item, int from, int to) {
        return item.options().stream()
                .filter(o -> o.points() != null && o.points() >= from && o.points() <= to)
                .map(Option::code)
                .toList();
    }

    private static Figure figure(Item item, String category, String name, Estimate estimate) {
        return new Figure(item.code(), category, estimate.named(name));
    }
}
