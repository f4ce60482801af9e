package org.zhisheng.analytics.cli.protect;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhisheng.analytics.cli.csv.CsvException;
import org.zhisheng.analytics.disclosure.Cell;
import org.zhisheng.analytics.disclosure.Dimension;
import org.zhisheng.analytics.disclosure.ItemCounts;
import org.zhisheng.analytics.disclosure.UnitCounts;

/** The rows of the data file and the headcounts, and what is counted of them. */
final class Respondents {
    private static final String BETWEEN = " · ";

    private final ProtectPlan plan;
    private final List<NamedCsvRecord> rows;
    private final Map<List<String>, Integer> headcounts = new LinkedHashMap<>();

    Respondents(ProtectPlan plan) {
        this.plan = plan;
        this.rows = read(plan.data());
        Path counts = plan.headcounts();
        if (counts != null) {
            for (NamedCsvRecord row : read(counts)) {
                headcounts.put(key(row, counts), number(row, counts));
            }
        }
        for (NamedCsvRecord row : rows) {
            List<String> key = key(row, plan.data());
            if (counts == null) {
                headcounts.put(key, -1);
            } else if (!headcounts.containsKey(key)) {
                throw new CsvException(counts + ": no headcount of " + String.join(BETWEEN, key) + " 缺少人数");
            }
        }
    }

    private static List<NamedCsvRecord> read(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new CsvException(file + ": cannot be read 无法读取: " + e.getMessage(), e);
        }
    }

    private List<String> key(NamedCsvRecord row, Path file) {
        return plan.dimensions().stream().map(d -> field(row, d, file)).toList();
    }

    private static String field(NamedCsvRecord row, String column, Path file) {
        return row.findField(column)
                .orElseThrow(() -> new CsvException(file + ": no column '" + column + "' (it has "
                        + String.join(", ", row.getHeader()) + ") 没有这一列"));
    }

    private int number(NamedCsvRecord row, Path file) {
        String text = field(row, plan.count(), file);
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new CsvException(
                    file + ": line " + row.getStartingLineNumber() + ": '" + text + "' is no headcount 不是人数", e);
        }
    }

    int size() {
        return rows.size();
    }

    boolean hasHeadcounts() {
        return plan.headcounts() != null;
    }

    /** Names of the cells, in the order of the headcounts. */
    List<String> cellNames() {
        return headcounts.keySet().stream().map(k -> String.join(BETWEEN, k)).toList();
    }

    /** The cell of each respondent. */
    int[] cellOf() {
        List<List<String>> keys = List.copyOf(headcounts.keySet());
        return rows.stream().mapToInt(r -> keys.indexOf(key(r, plan.data()))).toArray();
    }

    /** The category of each respondent in an item; the number of categories for silence. */
    int[] categories(ProtectPlan.Item item) {
        return rows.stream()
                .mapToInt(r -> {
                    int at = item.categories()
                            .indexOf(field(r, item.column(), plan.data()).strip());
                    return at < 0 ? item.categories().size() : at;
                })
                .toArray();
    }

    /** Counts over the cells. */
    UnitCounts frame() {
        List<List<String>> keys = List.copyOf(headcounts.keySet());
        List<Dimension> dimensions = new ArrayList<>();
        for (int d = 0; d < plan.dimensions().size(); d++) {
            int place = d;
            List<String> groups =
                    keys.stream().map(k -> k.get(place)).distinct().toList();
            dimensions.add(new Dimension(
                    plan.dimensions().get(d),
                    groups,
                    keys.stream().map(k -> groups.indexOf(k.get(place))).toList()));
        }
        return counts(cellNames(), List.copyOf(headcounts.values()), dimensions, cellOf());
    }

    /** Counts over the answers of one demographic. */
    UnitCounts demographic(String column) {
        List<String> values =
                rows.stream().map(r -> field(r, column, plan.data()).strip()).toList();
        List<String> groups = List.copyOf(new LinkedHashSet<>(values));
        Dimension dimension = new Dimension(
                column, groups, IntStream.range(0, groups.size()).boxed().toList());
        return counts(
                groups,
                groups.stream().map(g -> -1).toList(),
                List.of(dimension),
                values.stream().mapToInt(groups::indexOf).toArray());
    }

    private UnitCounts counts(List<String> names, List<Integer> workers, List<Dimension> dimensions, int[] of) {
        int[] sizes = new int[names.size()];
        Arrays.stream(of).forEach(c -> sizes[c]++);
        List<Cell> cells = IntStream.range(0, sizes.length)
                .mapToObj(c -> new Cell(names.get(c), workers.get(c), sizes[c]))
                .toList();
        List<ItemCounts> items = new ArrayList<>();
        for (ProtectPlan.Item item : plan.items()) {
            int[][] counts = new int[sizes.length][item.categories().size() + 1];
            int[] answers = categories(item);
            for (int row = 0; row < answers.length; row++) {
                counts[of[row]][answers[row]]++;
            }
            List<String> categories = new ArrayList<>(item.categories());
            categories.add("");
            items.add(new ItemCounts(item.column(), categories, counts, item.outcomes()));
        }
        return new UnitCounts(cells, dimensions, items);
    }
}
