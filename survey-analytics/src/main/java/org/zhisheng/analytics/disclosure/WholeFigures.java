package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/**
 * The figures of the whole unit as they are printed: two- and three-way rates and means with four decimals and their
 * errors, options in whole percent, unanimity as a bound; in a small unit options in order of choice alone.
 */
final class WholeFigures {
    private static final int MOST_PLACES = 5;
    private static final double FOUR_DECIMALS = 10_000;

    private final Protection protection;
    private final Headlines headlines;
    private final UnitCounts unit;

    WholeFigures(Protection protection, Headlines headlines) {
        this.protection = protection;
        this.headlines = headlines;
        this.unit = protection.frame();
    }

    private record Counted(Figure figure, ItemCounts item, Outcome outcome, int[] counts) {
        int base() {
            return outcome.base(counts);
        }
    }

    /** What passes, in the order in which it was estimated. */
    List<Figure> figures() {
        List<Figure> passed = new ArrayList<>();
        Map<String, List<Counted>> options = new LinkedHashMap<>();
        for (Figure figure : headlines.figures()) {
            Optional<Counted> found = find(figure);
            if (found.isEmpty() || found.get().outcome().detail().compareTo(protection.detail()) > 0) {
                continue;
            }
            if (found.get().outcome().isHeadline()) {
                passed.add(headline(figure, found.get()));
            } else {
                options.computeIfAbsent(figure.item() + " " + figure.statistic(), k -> new ArrayList<>())
                        .add(found.get());
            }
        }
        options.values().forEach(of -> passed.addAll(options(of)));
        headlines.composites().forEach(c -> composite(c, passed).ifPresent(passed::add));
        return passed;
    }

    /** Covariances of what is printed exactly with four decimals. */
    List<Covariance> covariances(List<Figure> printed) {
        List<String> exact = printed.stream()
                .filter(f -> f.limit() == Limit.EXACT && f.category().isEmpty())
                .filter(f -> find(f).map(c -> c.outcome().isHeadline()).orElse(true))
                .map(f -> f.item() + " " + f.statistic())
                .toList();
        return headlines.covariances().stream()
                .filter(c -> exact.contains(c.first()) && exact.contains(c.second()))
                .map(c -> new Covariance(c.first(), c.second(), Rounding.six(c.value())))
                .toList();
    }

    private Optional<Counted> find(Figure figure) {
        for (ItemCounts item : unit.items()) {
            for (Outcome outcome : item.outcomes()) {
                if (figure.isOf(item.code(), outcome.category(), outcome.statistic())) {
                    return Optional.of(new Counted(figure, item, outcome, item.of(unit.all())));
                }
            }
        }
        return Optional.empty();
    }

    private Figure headline(Figure figure, Counted counted) {
        int base = counted.base();
        if (base < protection.rule().minimumGroup()) {
            return withoutValue(figure, base == 0 ? Limit.NO_BASE : Limit.WITHHELD);
        }
        if (!counted.outcome().isRate()) {
            return mean(figure, MeanBound.of(counted.item(), counted.outcome(), counted.counts()), base);
        }
        long hits = (long) counted.outcome().sum(counted.counts());
        if (!ReleaseRule.unanimous(hits, base)) {
            return exact(figure);
        }
        Limit limit = 2 * hits <= base ? Limit.AT_MOST : Limit.AT_LEAST;
        return bound(figure, PrintedRate.bound(limit, base, FOUR_DECIMALS), limit, base);
    }

    private static Figure mean(Figure figure, MeanBound bound, int base) {
        double mean = figure.estimate().value();
        Limit limit = bound.limit(mean);
        return limit == Limit.EXACT ? exact(figure) : bound(figure, Rounding.four(bound.clamp(mean)), limit, base);
    }

    private static Figure exact(Figure figure) {
        Estimate e = figure.estimate();
        Interval i = e.interval();
        Interval rounded = i == null
                ? null
                : new Interval(Rounding.four(i.lower()), Rounding.four(i.upper()), i.level(), i.method());
        return figure(figure, Limit.EXACT, e, Rounding.four(e.value()), Rounding.six(e.standardError()), rounded);
    }

    private static Figure figure(
            Figure of, Limit limit, Estimate e, double value, double error, @Nullable Interval interval) {
        return new Figure(
                of.item(),
                of.category(),
                new Estimate(
                        e.statistic(),
                        value,
                        error,
                        interval,
                        e.degreesOfFreedom(),
                        e.sampleSize(),
                        Double.NaN,
                        e.method(),
                        e.conventions()),
                limit);
    }

    private static Figure bound(Figure figure, double value, Limit limit, int base) {
        Estimate e = figure.estimate();
        return new Figure(
                figure.item(),
                figure.category(),
                new Estimate(
                        e.statistic(),
                        value,
                        Double.NaN,
                        null,
                        Double.NaN,
                        base,
                        Double.NaN,
                        "bound: at most " + ReleaseRule.UNANIMITY + " others",
                        e.conventions()),
                limit);
    }

    private static Figure withoutValue(Figure figure, Limit limit) {
        Estimate e = figure.estimate();
        return new Figure(
                figure.item(),
                figure.category(),
                new Estimate(e.statistic(), Double.NaN, Double.NaN, null, Double.NaN, -1, Double.NaN, "", List.of()),
                limit);
    }

    /** Options of one item: in whole percent, or in order alone. */
    private List<Figure> options(List<Counted> figures) {
        boolean choice = figures.getFirst().outcome().choice();
        if (choice && protection.detail() == Detail.TWO_WAY) {
            return places(figures);
        }
        long[] hits = new long[figures.size()];
        long[] bases = new long[figures.size()];
        boolean[] printable = new boolean[figures.size()];
        for (int i = 0; i < hits.length; i++) {
            Counted of = figures.get(i);
            hits[i] = of.outcome().isRate() ? (long) of.outcome().sum(of.counts()) : ReleaseRule.UNANIMITY + 1L;
            bases[i] = of.base();
            printable[i] = true;
        }
        Limit[] limits =
                Unanimity.alone(hits, bases, printable, protection.rule().minimumGroup());
        // Options of a single choice add up, whether they are put in order or not; those of several choices do not.
        if (figures.stream().allMatch(f -> f.item() == figures.getFirst().item())) {
            settleDistribution(figures, hits, bases, limits);
        }
        List<Figure> printed = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            printed.add(option(figures.get(i).figure(), figures.get(i), limits[i]));
        }
        return printed;
    }

    /**
     * The options of a single choice add up to all who answered; where rates with four decimals sum up some of them, those
     * add up to a known number by themselves.
     */
    private void settleDistribution(List<Counted> figures, long[] hits, long[] bases, Limit[] limits) {
        Map<List<Double>, List<Integer>> classes = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            Counted of = figures.get(i);
            int category = of.outcome().values().indexOf(1.0);
            List<Double> key = new ArrayList<>();
            of.item().outcomes().stream()
                    .filter(o -> o.isRate() && o.isHeadline() && category >= 0)
                    .forEach(o -> key.add(o.values().get(category)));
            classes.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        for (List<Integer> of : classes.values()) {
            long[] someHits = of.stream().mapToLong(i -> hits[i]).toArray();
            long[] someBases = of.stream().mapToLong(i -> bases[i]).toArray();
            Limit[] some = of.stream().map(i -> limits[i]).toArray(Limit[]::new);
            if (of.size() > 1) {
                Unanimity.settle(someHits, someBases, some, protection.rule().minimumGroup());
            }
            for (int i = 0; i < some.length; i++) {
                limits[of.get(i)] = some[i];
            }
        }
    }

    private Figure option(Figure figure, Counted counted, Limit limit) {
        if (!limit.hasValue()) {
            return withoutValue(figure, limit);
        }
        if (!counted.outcome().isRate()) {
            return exact(figure);
        }
        Estimate e = figure.estimate();
        return new Figure(
                figure.item(),
                figure.category(),
                PrintedRate.of(
                        e.statistic(),
                        limit,
                        Rounding.percent(e.value()),
                        counted.base(),
                        headlines.headcount(),
                        unit.respondents(),
                        headlines.level(),
                        "weighted proportion in whole percent, Wilson interval",
                        List.of("error and interval from the printed percent and base")),
                limit);
    }

    /** The first places by size; who ties shares a place. Options that two or fewer chose have none. */
    private List<Figure> places(List<Counted> figures) {
        List<Figure> placed = new ArrayList<>();
        for (Counted of : figures) {
            Figure figure = of.figure();
            double value = figure.estimate().value();
            long before = figures.stream()
                    .filter(f -> f.figure().estimate().value() > value + 1e-12)
                    .count();
            boolean few = of.outcome().sum(of.counts()) <= ReleaseRule.UNANIMITY
                    || of.base() < protection.rule().minimumGroup();
            if (before < MOST_PLACES && !few) {
                placed.add(new Figure(
                        figure.item(),
                        figure.category(),
                        new Estimate(
                                figure.statistic(),
                                before + 1,
                                Double.NaN,
                                null,
                                Double.NaN,
                                of.base(),
                                Double.NaN,
                                "place in order of choice",
                                List.of("ties share a place")),
                        Limit.PLACE));
            }
        }
        return placed;
    }

    /** From the printed means, so that anyone can recompute it. */
    private Optional<Figure> composite(Composite composite, List<Figure> passed) {
        Optional<Figure> estimated = headlines.figures().stream()
                .filter(f -> f.item().equals(composite.code()))
                .findFirst();
        List<Figure> parts = passed.stream()
                .filter(f -> composite.items().contains(f.item())
                        && f.statistic().equals("index")
                        && f.limit().hasValue())
                .toList();
        if (estimated.isEmpty() || parts.size() != composite.items().size()) {
            return Optional.empty();
        }
        double mean =
                parts.stream().mapToDouble(f -> f.estimate().value()).average().orElse(Double.NaN);
        Figure figure = estimated.get();
        Estimate e = figure.estimate();
        boolean exact = parts.stream().allMatch(f -> f.limit() == Limit.EXACT);
        if (exact) {
            Interval i = e.interval();
            Interval rounded = i == null
                    ? null
                    : new Interval(Rounding.four(i.lower()), Rounding.four(i.upper()), i.level(), i.method());
            return Optional.of(
                    figure(figure, Limit.EXACT, e, Rounding.four(mean), Rounding.six(e.standardError()), rounded));
        }
        Limit limit = parts.stream().noneMatch(f -> f.limit() == Limit.AT_MOST) ? Limit.AT_LEAST : Limit.AT_MOST;
        return Optional.of(bound(figure, Rounding.four(mean), limit, e.sampleSize()));
    }
}
