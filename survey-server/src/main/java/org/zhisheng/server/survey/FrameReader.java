package org.zhisheng.server.survey;

import static org.zhisheng.server.survey.SheetLayout.fault;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.zhisheng.server.kernel.Fault;

/**
 * Reads a frame out of text: a header row (names of the dimensions, then the headcounts), then one row a cell. What Excel
 * sheets bring along is understood: a title above the header, cells left blank by merging, rows of totals, running
 * numbers, remarks, blank rows. Whatever is filled in, skipped or added up is told; whatever is wrong is named by line
 * and column.
 */
final class FrameReader {
    private static final Pattern TOTAL = Pattern.compile(
            "(.*(合\\s?计|小\\s?计|总\\s?计|共\\s?计)|(grand |sub)?total)[:\\uFF1A]?", Pattern.CASE_INSENSITIVE);

    private final SheetLayout layout;
    private final boolean sumRepeated;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<List<String>, Cell> cells = new LinkedHashMap<>();
    private List<String> above;
    private int filled;

    private FrameReader(SheetLayout layout, boolean sumRepeated) {
        this.layout = layout;
        this.sumRepeated = sumRepeated;
        this.above = layout.dimensions().stream().map(column -> "").toList();
    }

    /** A cell of the frame on the way: where it was first named, and how many workers so far. */
    private record Cell(int line, List<String> categories, int headcount) {}

    /**
     * Reads a frame.
     *
     * @param text the sheet's text
     * @param sumRepeated whether rows that name the same cell are added up rather than reported
     */
    static FrameReading read(String text, boolean sumRepeated) {
        List<List<String>> lines = SheetText.cells(text);
        int header = headerLine(lines);
        if (header < 0) {
            return new FrameReading(null, List.of(Fault.of("frame", "survey.frame.empty")), List.of());
        }
        SheetLayout layout = SheetLayout.of(withoutBlankEnd(lines.get(header)));
        FrameReader reader = new FrameReader(layout, sumRepeated);
        reader.readHeader(header, lines);
        if (reader.faults.isEmpty()) {
            reader.readRows(header + 1, lines);
        }
        return reader.result();
    }

    /** The first line with two cells or more: a title above it stands in one cell alone. */
    private static int headerLine(List<List<String>> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stream().filter(c -> !c.isEmpty()).count() >= 2) {
                return i;
            }
        }
        return -1;
    }

    private void readHeader(int at, List<List<String>> lines) {
        for (int i = 0; i < at; i++) {
            if (!withoutBlankEnd(lines.get(i)).isEmpty()) {
                notices.add(Notice.of("survey.frame.title-skipped", i + 1));
            }
        }
        faults.addAll(layout.faults(at + 1));
        if (faults.isEmpty() && layout.isCrossTable(lines.subList(at + 1, lines.size()))) {
            faults.add(fault(at + 1, layout.headcount(), "survey.frame.cross-table"));
        }
        if (layout.dimensions().size() + 1 < layout.header().size()) {
            notices.add(Notice.of("survey.frame.columns-used", String.join(", ", layout.names())));
        }
    }

    private void readRows(int from, List<List<String>> lines) {
        for (int i = from; i < lines.size(); i++) {
            List<String> typed = withoutBlankEnd(lines.get(i));
            if (typed.stream().anyMatch(c -> TOTAL.matcher(c).matches())) {
                notices.add(Notice.of("survey.frame.total-skipped", i + 1));
            } else if (typed.size() > layout.header().size()) {
                faults.add(fault(
                        i + 1,
                        layout.header().size(),
                        "survey.frame.row-long",
                        i + 1,
                        layout.header().size()));
            } else if (!typed.isEmpty()) {
                readRow(i + 1, typed);
            }
        }
        if (filled > 0) {
            notices.add(Notice.of("survey.frame.filled-down", filled));
        }
    }

    private void readRow(int line, List<String> typed) {
        List<String> categories = categories(line, typed);
        String count = SheetLayout.cell(typed, layout.headcount());
        OptionalInt headcount = Headcount.parse(count);
        if (headcount.isEmpty() || headcount.getAsInt() > Frame.MAX_HEADCOUNT) {
            String key = count.isEmpty() ? "survey.frame.headcount-missing" : "survey.frame.headcount-unreadable";
            faults.add(
                    fault(line, layout.headcount(), key, line, layout.header().get(layout.headcount()), count));
        } else if (headcount.getAsInt() == 0) {
            notices.add(Notice.of("survey.frame.zero-dropped", line, String.join(" · ", categories)));
        } else if (categories.stream().noneMatch(String::isEmpty)) {
            add(line, categories, headcount.getAsInt());
        }
    }

    /**
     * The row's categories; what merging left blank is taken from the row above, unless a column further left starts
     * something new: then the blank is a gap.
     */
    private List<String> categories(int line, List<String> typed) {
        List<String> categories = new ArrayList<>();
        boolean startsNew = false;
        for (int i = 0; i < above.size(); i++) {
            String name = SheetLayout.cell(typed, layout.dimensions().get(i));
            if (name.isEmpty() && !startsNew && !above.get(i).isEmpty()) {
                name = above.get(i);
                filled++;
            } else {
                startsNew |= !name.equals(above.get(i));
                checkName(line, i, name);
            }
            categories.add(name);
        }
        above = List.copyOf(categories);
        return categories;
    }

    private void checkName(int line, int dimension, String name) {
        int column = layout.dimensions().get(dimension);
        String heading = layout.header().get(column);
        if (name.isEmpty()) {
            faults.add(fault(line, column, "survey.frame.category-missing", line, heading));
        } else if (name.length() > SheetLayout.MAX_NAME) {
            faults.add(fault(line, column, "survey.frame.name-long", line, heading, SheetLayout.MAX_NAME));
        }
    }

    private void add(int line, List<String> categories, int headcount) {
        List<String> key = categories.stream().map(FrameReader::sameName).toList();
        Cell earlier = cells.putIfAbsent(key, new Cell(line, categories, headcount));
        if (earlier == null) {
            return;
        }
        int sum = earlier.headcount() + headcount;
        String name = String.join(" · ", categories);
        cells.put(key, new Cell(earlier.line(), earlier.categories(), sum));
        if (sumRepeated) {
            notices.add(Notice.of("survey.frame.summed", earlier.line(), line, name, sum));
        } else {
            int column = layout.dimensions().getFirst();
            faults.add(fault(line, column, "survey.frame.repeated", earlier.line(), line, name, sum));
        }
    }

    private FrameReading result() {
        if (faults.isEmpty() && cells.isEmpty()) {
            faults.add(Fault.of("frame", "survey.frame.empty"));
        } else if (cells.size() > Frame.MAX_STRATA) {
            faults.add(Fault.of("frame", "survey.frame.too-many", cells.size(), Frame.MAX_STRATA));
        }
        return new FrameReading(faults.isEmpty() ? frame() : null, faults, notices);
    }

    private Frame frame() {
        String code = cells.size() > 99 ? "%03d" : "%02d";
        List<Stratum> strata = new ArrayList<>();
        for (Cell cell : cells.values()) {
            String number = String.format(Locale.ROOT, code, strata.size() + 1);
            strata.add(new Stratum(number, cell.categories(), cell.headcount()));
        }
        return new Frame(layout.names(), strata);
    }

    /** Names that differ only in width, case or spaces are one: ＡＢ车间 and ab 车间. */
    private static String sameName(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> withoutBlankEnd(List<String> line) {
        int end = line.size();
        while (end > 0 && line.get(end - 1).isEmpty()) {
            end--;
        }
        return line.subList(0, end);
    }
}
