package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.disclosure.WholeFigures.Counted;

/** The options of one item in the whole unit: in whole percent, the two largest alone, or in order of choice. */
final class OptionFigures {
    private static final int MOST_PLACES = 5;

    private final Protection protection;
    private final Headlines headlines;
    private final UnitCounts unit;

    OptionFigures(Protection protection, Headlines headlines) {
        this.protection = protection;
        this.headlines = headlines;
        this.unit = protection.frame();
    }

    /** Options of one item: in whole percent, or in order alone. */
    List<Figure> of(List<Counted> figures) {
        Counted first = figures.getFirst();
        if (protection.detail() == Detail.TWO_WAY
                && (first.outcome().choice() || first.item().isNominal())) {
            return places(figures);
        }
        if (protection.detail() == Detail.THREE_WAY && first.item().isNominal()) {
            return leading(figures);
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
        if (figures.stream().allMatch(f -> f.item() == first.item())) {
            if (first.item().hasUnanimousRate(first.counts())) {
                // What sums up some of them is printed as a bound, which the shares, the mean and each other would
                // undo.
                return figures.stream()
                        .map(f -> WholeFigures.withoutValue(f.figure(), Limit.WITHHELD))
                        .toList();
            }
            settleDistribution(figures, hits, bases, limits);
        }
        List<Figure> printed = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            printed.add(option(figures.get(i).figure(), figures.get(i), limits[i]));
        }
        return printed;
    }

    /**
     * The two largest options of a choice that no rate sums up; the others together are what is left to all who answered,
     * and no more of them may follow than would be printed.
     */
    private List<Figure> leading(List<Counted> figures) {
        List<Outcome> parts = figures.getFirst().item().threeWay();
        long[] hits = new long[parts.size()];
        long[] bases = new long[hits.length];
        boolean[] printable = new boolean[hits.length];
        int[] counts = figures.getFirst().counts();
        for (int i = 0; i < hits.length; i++) {
            hits[i] = (long) parts.get(i).sum(counts);
            bases[i] = parts.get(i).base(counts);
            printable[i] = true;
        }
        int leastBase = protection.rule().minimumGroup();
        Limit[] limits = Unanimity.alone(hits, bases, printable, leastBase);
        Unanimity.settle(hits, bases, bases, limits, leastBase);
        List<Figure> printed = new ArrayList<>();
        for (Counted of : figures) {
            int part = parts.indexOf(of.outcome());
            printed.add(option(of.figure(), of, limits[part]));
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
                Unanimity.settle(
                        someHits, someBases, someBases, some, protection.rule().minimumGroup());
            }
            for (int i = 0; i < some.length; i++) {
                limits[of.get(i)] = some[i];
            }
        }
    }

    private Figure option(Figure figure, Counted counted, Limit limit) {
        if (!limit.hasValue()) {
            return WholeFigures.withoutValue(figure, limit);
        }
        if (!counted.outcome().isRate()) {
            return WholeFigures.exact(figure);
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
}
