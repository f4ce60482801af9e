package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/** Reads the text of a release whose fingerprint was verified. */
final class ReleaseReader {
    private static final int GROUP_COLUMNS = 5;

    private final List<String> lines;
    private final String text;
    private final String fingerprint;
    private final List<ReleasedTable> tables = new ArrayList<>();
    private final List<ReleasedTable.Group> groups = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Covariance> covariances = new ArrayList<>();
    private String @Nullable [] open;

    ReleaseReader(String text, String fingerprint) {
        this.lines = text.lines().toList();
        this.text = text;
        this.fingerprint = fingerprint;
    }

    Release read() {
        if (lines.isEmpty() || !lines.getFirst().equals(ReleaseText.FORMAT)) {
            throw new IllegalArgumentException("the first line of a release is '" + ReleaseText.FORMAT
                    + "'; this text was written in another format, or is no release");
        }
        int header = lines.indexOf(String.join("\t", ReleaseText.COLUMNS));
        if (header < 0) {
            throw new IllegalArgumentException("a release names its columns: " + ReleaseText.COLUMNS);
        }
        for (int i = header + 1; i < lines.size(); i++) {
            line(lines.get(i).split("\t", -1), i + 1);
        }
        close();
        return new Release(terms(lines.subList(1, header)), tables, covariances, text, fingerprint);
    }

    private static ReleaseTerms terms(List<String> head) {
        List<List<String>> blocks = new ArrayList<>();
        head.stream()
                .map(l -> l.split("\t", -1))
                .filter(l -> l[0].equals("block"))
                .forEach(l -> blocks.add(Arrays.asList(l).subList(1, l.length)));
        return new ReleaseTerms(
                ReleaseTerms.Kind.valueOf(term(head, "kind")),
                Integer.parseInt(term(head, "minimum_group")),
                Detail.valueOf(term(head, "detail")),
                blocks);
    }

    private static String term(List<String> head, String name) {
        return head.stream()
                .filter(l -> l.startsWith(name + '\t'))
                .map(l -> l.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a release says its " + name));
    }

    private void line(String[] cells, int number) {
        if (cells.length == 4 && cells[0].equals(ReleaseText.COVARIANCE)) {
            covariances.add(new Covariance(cells[1], cells[2], Double.parseDouble(cells[3])));
        } else if (cells.length == GROUP_COLUMNS) {
            String[] before = open;
            if (before != null) {
                groups.add(group(before));
                if (!before[0].equals(cells[0])) {
                    tables.add(new ReleasedTable(before[0], groups));
                    groups.clear();
                }
            }
            figures.clear();
            open = cells;
        } else {
            figures.add(figure(cells, number));
        }
    }

    private void close() {
        String[] last = open;
        if (last == null) {
            throw new IllegalArgumentException("a release has at least the group of the whole unit");
        }
        groups.add(group(last));
        tables.add(new ReleasedTable(last[0], groups));
    }

    private ReleasedTable.Group group(String[] cells) {
        return new ReleasedTable.Group(
                cells[1],
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Shown.valueOf(constant(cells[4])),
                figures);
    }

    private static Figure figure(String[] cells, int line) {
        if (cells.length != ReleaseText.COLUMNS.size()) {
            throw new IllegalArgumentException("line " + line + " of the release has " + cells.length + " columns, not "
                    + ReleaseText.COLUMNS.size());
        }
        Interval interval = cells[11].isEmpty()
                ? null
                : new Interval(
                        Double.parseDouble(cells[11]),
                        Double.parseDouble(cells[12]),
                        Double.parseDouble(cells[13]),
                        cells[14]);
        return new Figure(
                cells[5],
                cells[6],
                new Estimate(
                        cells[7],
                        Double.parseDouble(cells[9]),
                        Double.parseDouble(cells[10]),
                        interval,
                        Double.parseDouble(cells[15]),
                        Integer.parseInt(cells[16]),
                        Double.NaN,
                        cells[17],
                        cells[18].isEmpty() ? List.of() : Arrays.asList(cells[18].split("; "))),
                Limit.valueOf(constant(cells[8])));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
