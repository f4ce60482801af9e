package org.zhisheng.server.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhisheng.analytics.data.Missing;
import org.zhisheng.analytics.disclosure.Cell;
import org.zhisheng.analytics.disclosure.Detail;
import org.zhisheng.analytics.disclosure.Dimension;
import org.zhisheng.analytics.disclosure.ItemCounts;
import org.zhisheng.analytics.disclosure.Outcome;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.disclosure.UnitCounts;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/**
 * Counts the declared items over the frame and over each declared demographic: everything that is ever published is a
 * function of these counts, and they are what the gate audits. Items for everyone and for the worker-side team are counted
 * and audited together.
 */
final class Counting {
    private static final String SILENT = "";

    private final Manifest manifest;
    private final Frame frame;
    private final Dataset data;
    private final List<String> left;

    /** @param left strata that enter no figure */
    Counting(Manifest manifest, Frame frame, Dataset data, List<String> left) {
        this.manifest = manifest;
        this.frame = frame;
        this.data = data;
        this.left = left;
    }

    /** Nothing but the strata: what is protected where responses are too few to be looked at. */
    static UnitCounts unread(Frame frame) {
        return new UnitCounts(
                frame.strata().stream()
                        .map(s -> new Cell(s.code(), s.headcount(), 0))
                        .toList(),
                List.of(),
                List.of());
    }

    /** Counts by stratum, with the declared dimensions of the frame. */
    UnitCounts frame() {
        List<String> codes = frame.strata().stream().map(Stratum::code).toList();
        int[] cellOf = IntStream.range(0, data.rows())
                .map(row -> data.stratum().code(row))
                .toArray();
        int[] counts = sizes(cellOf, codes.size());
        List<Cell> cells = IntStream.range(0, codes.size())
                .mapToObj(c -> new Cell(
                        codes.get(c),
                        left.contains(codes.get(c)) ? 0 : frame.strata().get(c).headcount(),
                        counts[c]))
                .toList();
        List<Dimension> dimensions = declared().stream()
                .map(frame.dimensions()::indexOf)
                .filter(d -> d >= 0)
                .map(this::dimension)
                .toList();
        return new UnitCounts(cells, dimensions, items(cellOf, codes.size()));
    }

    /** Counts by the answers of each declared demographic; who did not give one is a group, too. */
    List<UnitCounts> demographics() {
        return declared().stream()
                .filter(by -> !by.isEmpty() && !frame.dimensions().contains(by))
                .map(this::demographic)
                .toList();
    }

    private List<String> declared() {
        return manifest.tables().stream().map(DeclaredTable::by).distinct().toList();
    }

    private Dimension dimension(int position) {
        List<String> groups = frame.strata().stream()
                .map(s -> s.categories().get(position))
                .distinct()
                .toList();
        return new Dimension(
                frame.dimensions().get(position),
                groups,
                frame.strata().stream()
                        .map(s -> groups.indexOf(s.categories().get(position)))
                        .toList());
    }

    private UnitCounts demographic(String code) {
        Item item = manifest.item(code)
                .orElseThrow(() -> new IllegalStateException("the declared table by " + code + " has no such item"));
        List<String> groups = new ArrayList<>(Dataset.substantive(item));
        groups.add(SILENT);
        byte[] column = data.column(item).codes();
        int[] cellOf = new int[data.rows()];
        Arrays.setAll(cellOf, row -> column[row] < 0 ? groups.size() - 1 : column[row]);
        int[] counts = sizes(cellOf, groups.size());
        List<Cell> cells = IntStream.range(0, groups.size())
                .mapToObj(g -> new Cell(groups.get(g), -1, counts[g]))
                .toList();
        Dimension dimension = new Dimension(
                code, groups, IntStream.range(0, groups.size()).boxed().toList());
        return new UnitCounts(cells, List.of(dimension), items(cellOf, groups.size()));
    }

    private static int[] sizes(int[] cellOf, int cells) {
        int[] sizes = new int[cells];
        for (int cell : cellOf) {
            sizes[cell]++;
        }
        return sizes;
    }

    /** The items that a survey declared for an audience and that may be tabulated at all: texts never are. */
    static List<Item> declared(Manifest manifest, Audience audience) {
        List<String> codes = manifest.tables().stream()
                .flatMap(t -> t.items().stream())
                .distinct()
                .toList();
        return manifest.items().stream()
                .filter(i -> codes.contains(i.code()) && i.audience() == audience && i.kind() != ItemKind.TEXT)
                .toList();
    }

    /** What a survey shows an audience: its items, by the dimensions that were declared for one of them. */
    static Protection part(Protection protection, Manifest manifest, Audience audience) {
        Set<String> items =
                declared(manifest, audience).stream().map(Item::code).collect(Collectors.toSet());
        Set<String> dimensions = manifest.tables().stream()
                .filter(t -> t.items().stream().anyMatch(items::contains))
                .map(DeclaredTable::by)
                .collect(Collectors.toSet());
        return protection.part(items, dimensions);
    }

    private List<ItemCounts> items(int[] cellOf, int cells) {
        List<ItemCounts> items = new ArrayList<>();
        List<Item> declared = new ArrayList<>(declared(manifest, Audience.EVERYONE));
        declared.addAll(declared(manifest, Audience.WORKER_SIDE));
        for (Item item : declared) {
            switch (item.kind()) {
                case SINGLE -> items.add(single(item, cellOf, cells));
                case MULTIPLE -> multiple(item, cellOf, cells, items);
                case RANKED -> ranked(item, cellOf, cells, items);
                case TEXT -> {}
            }
        }
        return items;
    }

    private ItemCounts single(Item item, int[] cellOf, int cells) {
        List<String> options = new ArrayList<>(Dataset.substantive(item));
        int substantive = options.size();
        List<Option> unsure = item.options().stream()
                .filter(o -> o.missing() == org.zhisheng.server.questionnaire.Missing.DONT_KNOW)
                .limit(1)
                .toList();
        options.add(unsure.isEmpty() ? "?" : unsure.getFirst().code());
        options.add(SILENT);
        byte[] column = data.column(item).codes();
        int[][] counts = new int[cells][options.size()];
        for (int row = 0; row < column.length; row++) {
            int category = column[row] >= 0
                    ? column[row]
                    : column[row] == Missing.DONT_KNOW.code() ? substantive : substantive + 1;
            counts[cellOf[row]][category]++;
        }
        List<Outcome> outcomes = new ArrayList<>();
        if (Measures.rated(item)) {
            outcomes.add(new Outcome(
                    "", "satisfied", Detail.TWO_WAY, false, judged(item, p -> p >= Measures.SATISFIED_FROM)));
            outcomes.add(new Outcome(
                    "", "dissatisfied", Detail.THREE_WAY, false, judged(item, p -> p <= Measures.DISSATISFIED_TO)));
            outcomes.add(new Outcome("", "index", Detail.TWO_WAY, false, points(item)));
        }
        Measures.answeredRatesOf(item)
                .forEach((statistic, hits) -> outcomes.add(new Outcome(
                        "", statistic, Detail.TWO_WAY, false, answered(options, c -> hits.contains(options.get(c))))));
        for (int o = 0; o < substantive + unsure.size(); o++) {
            int option = o;
            // Bottom lines and tactics have no headline: their options are what there is to know, like those of
            // choices.
            outcomes.add(new Outcome(
                    options.get(o),
                    "share",
                    item.restricted() ? Detail.TWO_WAY : Detail.EVERYTHING,
                    item.restricted(),
                    answered(options, c -> c == option)));
        }
        return new ItemCounts(item.code(), options, counts, outcomes);
    }

    /** 1 or 0 for those who could judge. */
    private static List<Double> judged(Item item, IntPredicate hit) {
        List<Double> values = new ArrayList<>();
        points(item).forEach(p -> values.add(Double.isNaN(p) ? p : hit.test((int) Math.round(p)) ? 1.0 : 0.0));
        return values;
    }

    private static List<Double> points(Item item) {
        List<Double> values = new ArrayList<>();
        item.options().stream()
                .filter(o -> o.missing() == null)
                .forEach(o -> values.add(Objects.requireNonNull(o.points(), "a rated option has points")
                        .doubleValue()));
        values.add(Double.NaN);
        values.add(Double.NaN);
        return values;
    }

    /** 1 or 0 for all who answered, "don't know" included. */
    private static List<Double> answered(List<String> options, IntPredicate hit) {
        return IntStream.range(0, options.size())
                .mapToObj(c -> c == options.size() - 1 ? Double.valueOf(Double.NaN) : hit.test(c) ? 1.0 : 0.0)
                .toList();
    }

    private void multiple(Item item, int[] cellOf, int cells, List<ItemCounts> items) {
        for (Option option : item.options()) {
            items.add(picked(
                    item,
                    data.values(item, chosen -> chosen.contains(option.code()) ? 1 : 0),
                    new Outcome(option.code(), "share", Detail.TWO_WAY, true, List.of(1.0, 0.0, Double.NaN)),
                    cellOf,
                    cells));
        }
        List<String> exclusive = Measures.exclusive(item);
        if (!exclusive.isEmpty()) {
            items.add(picked(
                    item,
                    data.values(item, chosen -> exclusive.containsAll(chosen) ? 0 : 1),
                    new Outcome("", "any", Detail.TWO_WAY, false, List.of(1.0, 0.0, Double.NaN)),
                    cellOf,
                    cells));
        }
    }

    private static ItemCounts picked(Item item, double[] values, Outcome outcome, int[] cellOf, int cells) {
        int[][] counts = new int[cells][3];
        for (int row = 0; row < values.length; row++) {
            counts[cellOf[row]][Double.isNaN(values[row]) ? 2 : values[row] == 1 ? 0 : 1]++;
        }
        return new ItemCounts(item.code(), List.of("yes", "no", SILENT), counts, List.of(outcome));
    }

    /** An option of a ranking counts by the points of its place: 0 for those who did not place it. */
    private void ranked(Item item, int[] cellOf, int cells, List<ItemCounts> items) {
        List<String> places = new ArrayList<>();
        List<Double> points = new ArrayList<>();
        for (int p = 0; p <= item.max(); p++) {
            places.add(Integer.toString(p));
            points.add((double) p);
        }
        places.add(SILENT);
        points.add(Double.NaN);
        for (Option option : item.options()) {
            double[] values = data.values(item, chosen -> Measures.rankPoints(item, option, chosen));
            int[][] counts = new int[cells][places.size()];
            for (int row = 0; row < values.length; row++) {
                counts[cellOf[row]][Double.isNaN(values[row]) ? places.size() - 1 : (int) values[row]]++;
            }
            items.add(new ItemCounts(
                    item.code(),
                    places,
                    counts,
                    List.of(new Outcome(option.code(), "rank-points", Detail.TWO_WAY, true, points))));
        }
    }
}
