package org.zhisheng.analytics.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/**
 * A release as text: a line of column names, then one line a figure, and one line without a figure for each group, all
 * separated by tabs. Numbers are written so that reading them gives the same double again. The text is what is stored,
 * published and fingerprinted; nothing is derived from anything else.
 */
public final class ReleaseText {
    private static final List<String> COLUMNS = List.of(
            "dimension",
            "group",
            "headcount",
            "respondents",
            "shown",
            "item",
            "category",
            "statistic",
            "value",
            "standard_error",
            "lower",
            "upper",
            "level",
            "interval_method",
            "df",
            "n",
            "design_effect",
            "method",
            "conventions");
    private static final int GROUP_COLUMNS = 5;

    private ReleaseText() {}

    /**
     * Reads a stored release.
     *
     * @param text the text as it was stored
     * @param fingerprint its fingerprint as it was published
     * @throws IllegalArgumentException where the text is not the one that was fingerprinted, or is no release
     */
    public static Release read(String text, String fingerprint) {
        if (!sha256(text).equals(fingerprint)) {
            throw new IllegalArgumentException("this is not the release with the fingerprint " + fingerprint
                    + ": its text was changed after it was published");
        }
        List<String> lines = text.lines().toList();
        if (!lines.getFirst().equals(String.join("\t", COLUMNS))) {
            throw new IllegalArgumentException("the first line of a release names its columns: " + COLUMNS);
        }
        List<ReleasedTable> tables = new ArrayList<>();
        List<ReleasedTable.Group> groups = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        String @Nullable [] open = null;
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length == GROUP_COLUMNS) {
                if (open != null) {
                    groups.add(group(open, figures));
                    if (!open[0].equals(cells[0])) {
                        tables.add(new ReleasedTable(open[0], groups));
                        groups.clear();
                    }
                }
                figures.clear();
                open = cells;
            } else {
                figures.add(figure(cells, i + 1));
            }
        }
        if (open == null) {
            throw new IllegalArgumentException("a release has at least the group of the whole unit");
        }
        groups.add(group(open, figures));
        tables.add(new ReleasedTable(open[0], groups));
        return new Release(tables, text, fingerprint);
    }

    /** Writes tables and fingerprints what was written. */
    static Release seal(List<ReleasedTable> tables) {
        StringBuilder text = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
        for (ReleasedTable table : tables) {
            for (ReleasedTable.Group group : table.groups()) {
                String start = String.join(
                        "\t",
                        clean(table.dimension()),
                        clean(group.name()),
                        Integer.toString(group.headcount()),
                        Integer.toString(group.respondents()),
                        group.shown().code());
                text.append(start).append('\n');
                group.figures()
                        .forEach(f ->
                                text.append(start).append('\t').append(line(f)).append('\n'));
            }
        }
        return new Release(tables, text.toString(), sha256(text.toString()));
    }

    private static String line(Figure figure) {
        Estimate e = figure.estimate();
        Interval i = e.interval();
        return String.join(
                "\t",
                clean(figure.item()),
                clean(figure.category()),
                clean(figure.statistic()),
                Double.toString(e.value()),
                Double.toString(e.standardError()),
                i == null ? "" : Double.toString(i.lower()),
                i == null ? "" : Double.toString(i.upper()),
                i == null ? "" : Double.toString(i.level()),
                i == null ? "" : clean(i.method()),
                Double.toString(e.degreesOfFreedom()),
                Integer.toString(e.sampleSize()),
                Double.toString(e.designEffect()),
                clean(e.method()),
                clean(String.join("; ", e.conventions())));
    }

    private static ReleasedTable.Group group(String[] cells, List<Figure> figures) {
        return new ReleasedTable.Group(
                cells[1],
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Shown.valueOf(cells[4].toUpperCase(Locale.ROOT).replace('-', '_')),
                figures);
    }

    private static Figure figure(String[] cells, int line) {
        if (cells.length != COLUMNS.size()) {
            throw new IllegalArgumentException(
                    "line " + line + " of the release has " + cells.length + " columns, not " + COLUMNS.size());
        }
        Interval interval = cells[10].isEmpty()
                ? null
                : new Interval(
                        Double.parseDouble(cells[10]),
                        Double.parseDouble(cells[11]),
                        Double.parseDouble(cells[12]),
                        cells[13]);
        return new Figure(
                cells[5],
                cells[6],
                new Estimate(
                        cells[7],
                        Double.parseDouble(cells[8]),
                        Double.parseDouble(cells[9]),
                        interval,
                        Double.parseDouble(cells[14]),
                        Integer.parseInt(cells[15]),
                        Double.parseDouble(cells[16]),
                        cells[17],
                        cells[18].isEmpty() ? List.of() : Arrays.asList(cells[18].split("; "))));
    }

    private static String clean(String name) {
        return name.replaceAll("[\\t\\r\\n]+", " ").strip();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
