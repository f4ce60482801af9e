package org.zhisheng.server.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zhisheng.server.kernel.Fault;

/**
 * Which columns of a sheet hold what, by its header row. Running numbers and remarks are nothing to a frame.
 *
 * @param header the header row's cells
 * @param dimensions the columns of the dimensions, from 0
 * @param headcount the column of the headcounts, from 0
 */
record SheetLayout(List<String> header, List<Integer> dimensions, int headcount) {
    /** Most dimensions: beyond, strata become so small that nothing could be released. */
    static final int MAX_DIMENSIONS = 4;

    /** Longest name of a dimension or a category, in characters. */
    static final int MAX_NAME = 60;

    private static final Pattern HEADCOUNT =
            Pattern.compile(".*(人数|职工数|员工数|headcount|workers|people).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERING = Pattern.compile("序号|编号|no\\.?|#", Pattern.CASE_INSENSITIVE);

    SheetLayout {
        header = List.copyOf(header);
        dimensions = List.copyOf(dimensions);
    }

    /** The headcounts stand under the last heading that says so, else in the last column; what follows is ignored. */
    static SheetLayout of(List<String> header) {
        int headcount = IntStream.range(0, header.size())
                .filter(i -> HEADCOUNT.matcher(header.get(i)).matches())
                .reduce(header.size() - 1, (earlier, later) -> later);
        List<Integer> dimensions = IntStream.range(0, headcount)
                .filter(i -> !NUMBERING.matcher(header.get(i)).matches())
                .boxed()
                .toList();
        return new SheetLayout(header, dimensions, headcount);
    }

    /** The dimensions' names. */
    List<String> names() {
        return dimensions.stream().map(header::get).toList();
    }

    /** What is wrong with the header row. */
    List<Fault> faults(int line) {
        List<Fault> faults = new ArrayList<>();
        if (Headcount.parse(header.get(headcount)).isPresent()) {
            faults.add(fault(line, headcount, "survey.frame.header-missing", line));
        } else if (dimensions.isEmpty()) {
            faults.add(fault(line, headcount, "survey.frame.no-dimension", line));
        } else if (dimensions.size() > MAX_DIMENSIONS) {
            faults.add(fault(line, headcount, "survey.frame.too-many-dimensions", dimensions.size(), MAX_DIMENSIONS));
        }
        Set<String> seen = new HashSet<>();
        for (int column : dimensions) {
            String name = header.get(column);
            if (name.isEmpty()) {
                faults.add(fault(line, column, "survey.frame.column-unnamed", line, column + 1));
            } else if (!seen.add(name)) {
                faults.add(fault(line, column, "survey.frame.column-twice", name));
            } else if (name.length() > MAX_NAME) {
                faults.add(fault(line, column, "survey.frame.name-long", line, name, MAX_NAME));
            }
        }
        return faults;
    }

    /** Whether the columns name groups across (workshops down, types across), so that there is no column of headcounts. */
    boolean isCrossTable(List<List<String>> rows) {
        if (dimensions.size() < 2 || HEADCOUNT.matcher(header.get(headcount)).matches()) {
            return false;
        }
        List<String> before = rows.stream()
                .map(row -> cell(row, dimensions.getLast()))
                .filter(c -> !c.isEmpty())
                .toList();
        return !before.isEmpty()
                && before.stream().allMatch(c -> Headcount.parse(c).isPresent());
    }

    /** The cell of a row in a column, blank where the row is shorter. */
    static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /** A fault of one cell; line from 1, column from 0. */
    static Fault fault(int line, int column, String key, Object... arguments) {
        return Fault.of("cell." + line + "." + (column + 1), key, arguments);
    }
}
