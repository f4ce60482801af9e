package org.zhisheng.analytics.cli.protect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    private final List<String> columns;
    private final List<NamedCsvRecord> rows;
    private final Map<List<String>, Integer> headcounts;

    private Respondents(
            ProtectPlan plan, List<String> columns, List<NamedCsvRecord> rows, Map<List<String>, Integer> headcounts) {
        this.plan = plan;
        this.columns = columns;
        this.rows = rows;
        this.headcounts = headcounts;
    }

    /** All rows of the plan's file, in cells by its dimensions, of a roll-up also by its units, which come first. */
    static Respondents read(ProtectPlan plan) {
        List<String> columns = new ArrayList<>(plan.dimensions());
        ProtectPlan.RollUp rollUp = plan.rollUp();
        if (rollUp != null) {
            columns.addFirst(rollUp.unit());
        }
        Respondents all = new Respondents(plan, columns, read(plan.data()), new LinkedHashMap<>());
        if (all.rows.isEmpty()) {
            throw new CsvException(plan.data() + ": has no rows below its header 表头之下没有数据");
        }
        Path counts = plan.headcounts();
        if (counts == null) {
            all.rows.forEach(row -> all.headcounts.put(all.key(row, plan.data()), -1));
            return all;
        }
        read(counts).forEach(row -> all.count(row, counts));
        all.requireHeadcounts(counts);
        return all;
    }

    /** Values of the first column, those without respondents too. */
    List<String> units() {
        return headcounts.keySet().stream().map(List::getFirst).distinct().toList();
    }

    /** The rows of one value of the first column, in cells by the others. */
    Respondents unit(String name) {
        return part(columns.subList(1, columns.size()), key -> key.getFirst().equals(name));
    }

    /** The rows of some units in coarser cells. */
    Respondents units(Set<String> names, List<String> dimensions) {
        return part(dimensions, key -> names.contains(key.getFirst()));
    }

    private Respondents part(List<String> dimensions, Predicate<List<String>> of) {
        int[] places = dimensions.stream().mapToInt(columns::indexOf).toArray();
        Map<List<String>, Integer> workers = new LinkedHashMap<>();
        headcounts.forEach((key, count) -> {
            if (of.test(key)) {
                workers.merge(IntStream.of(places).mapToObj(key::get).toList(), count, Integer::sum);
            }
        });
        return new Respondents(
                plan,
                dimensions,
                rows.stream().filter(row -> of.test(key(row, plan.data()))).toList(),
                workers);
    }

    private void count(NamedCsvRecord row, Path counts) {
        List<String> key = key(row, counts);
        if (headcounts.put(key, number(row, counts)) != null) {
            throw new CsvException(counts + ": line " + row.getStartingLineNumber() + ": a second headcount of "
                    + String.join(BETWEEN, key) + "; add them up 人数重复，请合并");
        }
    }

    /** More respondents than workers would mean that somebody answered twice or stands in the wrong cell. */
    private void requireHeadcounts(Path counts) {
        Map<List<String>, Integer> answered = new LinkedHashMap<>();
        rows.forEach(row -> answered.merge(key(row, plan.data()), 1, Integer::sum));
        answered.forEach((key, respondents) -> {
            Integer workers = headcounts.get(key);
            String cell = String.join(BETWEEN, key);
            if (workers == null) {
                throw new CsvException(counts + ": no headcount of " + cell + "; add a row 缺少人数，请补一行");
            }
            if (respondents > workers) {
                throw new CsvException(counts + ": " + cell + " has " + workers + " workers but " + respondents
                        + " respondents; correct one of the files 应答人数超过职工人数，请更正");
            }
        });
    }

    private static List<NamedCsvRecord> read(Path file) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        } catch (NoSuchFileException e) {
            throw new CsvException(file + ": no such file; paths start from the plan 没有这个文件（路径从计划文件算起）", e);
        } catch (CharacterCodingException | UncheckedIOException e) {
            throw new CsvException(file + ": is not UTF-8; save it as UTF-8 不是 UTF-8 编码，请另存为 UTF-8", e);
        } catch (IOException | CsvParseException e) {
            throw new CsvException(file + ": cannot be read 无法读取: " + e.getMessage(), e);
        }
    }

    private List<String> key(NamedCsvRecord row, Path file) {
        return columns.stream().map(d -> field(row, d, file)).toList();
    }

    private static String field(NamedCsvRecord row, String column, Path file) {
        return row.findField(column)
                .orElseThrow(() -> new CsvException(file + ": no column '" + column + "' (it has "
                        + String.join(", ", row.getHeader()) + ") 没有这一列"));
    }

    private int number(NamedCsvRecord row, Path file) {
        String text = field(row, plan.count(), file);
        if (!text.strip().matches("\\d{1,9}")) {
            throw new CsvException(file + ": line " + row.getStartingLineNumber() + ": '" + text
                    + "' is no headcount; write a whole number 不是人数，请写整数");
        }
        return Integer.parseInt(text.strip());
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

    /** Cells of an item's column that hold something which is none of its categories, and so count as silent. */
    long unknown(ProtectPlan.Item item) {
        return rows.stream()
                .map(r -> field(r, item.column(), plan.data()).strip())
                .filter(v -> !v.isEmpty() && !item.categories().contains(v))
                .count();
    }

    /** Requires that each item's column holds any of its categories at all. */
    void requireAnswers() {
        for (ProtectPlan.Item item : plan.items()) {
            if (Arrays.stream(categories(item))
                    .allMatch(a -> a == item.categories().size())) {
                throw new CsvException(plan.data() + ": column '" + item.column() + "' holds none of the categories "
                        + item.categories() + "; write them as they stand in the file 该列没有任何一个类别，请按文件中的写法填写");
            }
        }
    }

    /** Counts over the cells. */
    UnitCounts frame() {
        List<List<String>> keys = List.copyOf(headcounts.keySet());
        List<Dimension> dimensions = new ArrayList<>();
        for (int d = 0; d < columns.size(); d++) {
            int place = d;
            List<String> groups =
                    keys.stream().map(k -> k.get(place)).distinct().toList();
            dimensions.add(new Dimension(
                    columns.get(d),
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
