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
    private static final double FOUR_DECIMALS = 10_000;

    private final Protection protection;
    private final Headlines headlines;
    private final UnitCounts unit;

    WholeFigures(Protection protection, Headlines headlines) {
        this.protection = protection;
        this.headlines = headlines;
        this.unit = protection.frame();
    }

    /** A figure with what was counted of it in the whole unit. */
    record Counted(Figure figure, ItemCounts item, Outcome outcome, int[] counts) {
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
            if (found.isEmpty() || !found.get().item().tells(found.get().outcome(), protection.detail())) {
                continue;
            }
            if (found.get().outcome().isHeadline()) {
                passed.add(headline(figure, found.get()));
            } else {
                options.computeIfAbsent(figure.item() + " " + figure.statistic(), k -> new ArrayList<>())
                        .add(found.get());
            }
        }
        OptionFigures made = new OptionFigures(protection, headlines);
        options.values().forEach(of -> passed.addAll(made.of(of)));
        headlines.composites().forEach(c -> composite(c, passed).ifPresent(passed::add));
        return passed;
    }

    /** Covariances of what is printed exactly with four decimals. */
    List<Covariance> covariances(List<Figure> printed) {
        List<String> exact = printed.stream()
                .filter(f -> f.limit() == Limit.EXACT && f.category().isEmpty())
                .filter(f -> find(f).map(c -> c.outcome().isHeadline()).orElse(true))
                .filter(f -> !f.estimate().method().equals(GuardedMean.METHOD))
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
            return mean(figure, counted);
        }
        long hits = (long) counted.outcome().sum(counted.counts());
        if (!ReleaseRule.unanimous(hits, base)) {
            return exact(figure);
        }
        Limit limit = 2 * hits <= base ? Limit.AT_MOST : Limit.AT_LEAST;
        return bound(figure, PrintedRate.bound(limit, base, FOUR_DECIMALS), limit, base);
    }

    private Figure mean(Figure figure, Counted counted) {
        MeanBound bound = MeanBound.of(counted.item(), counted.outcome(), counted.counts());
        double mean = figure.estimate().value();
        Limit limit = bound.limit(mean);
        if (limit != Limit.EXACT) {
            return bound(figure, Rounding.four(bound.clamp(mean)), limit, counted.base());
        }
        return counted.item().hasUnanimousRate(counted.counts()) ? guarded(figure, counted) : exact(figure);
    }

    /** A mean whose error would undo the bound of a rate beside it. */
    private Figure guarded(Figure figure, Counted counted) {
        GuardedMean mean = new GuardedMean(counted.outcome(), figure.estimate());
        for (Figure other : headlines.figures()) {
            find(other)
                    .filter(c -> c.item() == counted.item()
                            && c.outcome().isRate()
                            && c.outcome().isHeadline())
                    .filter(c -> c.item().tells(c.outcome(), protection.detail()))
                    .ifPresent(c -> mean.beside(c.outcome(), headline(other, c)));
        }
        return new Figure(figure.item(), figure.category(), mean.print(protection, headlines.level()), Limit.EXACT);
    }

    static Figure exact(Figure figure) {
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

    static Figure withoutValue(Figure figure, Limit limit) {
        Estimate e = figure.estimate();
        return new Figure(
                figure.item(),
                figure.category(),
                new Estimate(e.statistic(), Double.NaN, Double.NaN, null, Double.NaN, -1, Double.NaN, "", List.of()),
                limit);
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
        if (exact && parts.stream().anyMatch(f -> f.estimate().method().equals(GuardedMean.METHOD))) {
            return Optional.of(new Figure(
                    figure.item(),
                    figure.category(),
                    GuardedMean.of(parts, Rounding.four(mean), e, headlines.level()),
                    Limit.EXACT));
        }
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
