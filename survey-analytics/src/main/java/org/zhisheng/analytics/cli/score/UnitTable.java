package org.zhisheng.analytics.cli.score;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.csv.ColumnRequest;
import org.zhisheng.analytics.cli.csv.CsvColumn;
import org.zhisheng.analytics.cli.csv.CsvFormat;
import org.zhisheng.analytics.cli.csv.CsvHeader;
import org.zhisheng.analytics.cli.csv.CsvLoader;
import org.zhisheng.analytics.cli.csv.CsvTable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.FieldingMode;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.Measure;
import org.zhisheng.analytics.score.Reading;
import org.zhisheng.analytics.score.Readings;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Unit;

/** Reads a table of units × indicators. Empty cells and NA are missing, "n/a" is inapplicable. */
final class UnitTable {
    private static final List<String> MISSING = List.of("NA");
    private static final String INAPPLICABLE = "n/a";

    private final Scheme scheme;
    private final Level level;
    private final PlanNode node;
    private final Path file;
    private final CsvFormat format;

    UnitTable(Scheme scheme, Level level, PlanNode node, Path folder) {
        this.scheme = scheme;
        this.level = level;
        this.node = node;
        this.file = folder.resolve(node.text("file"));
        String delimiter = node.text("delimiter", ",");
        if (delimiter.length() != 1) {
            throw node.get("delimiter").fault("must be one character");
        }
        this.format = new CsvFormat(delimiter.charAt(0), Charset.forName(node.text("encoding", "UTF-8")));
    }

    List<Unit> read(int threads, DoubleConsumer progress) {
        List<String> header = CsvHeader.read(file, format).names();
        String names = node.text("unit", header.getFirst());
        Map<String, String> values = valueColumns(header);
        Map<String, String> errors = node.members("standard_errors", PlanNode::text);
        errors.keySet().forEach(this::requireQuantity);
        Map<String, ColumnRequest> requests = new LinkedHashMap<>();
        ask(requests, names, ColumnRequest.Kind.IDENTIFIER);
        values.values().forEach(c -> ask(requests, c, ColumnRequest.Kind.NUMBER));
        errors.values().forEach(c -> ask(requests, c, ColumnRequest.Kind.NUMBER));
        for (String key : List.of("covered", "responses", "headcount")) {
            if (node.has(key)) {
                ask(requests, node.text(key), ColumnRequest.Kind.NUMBER);
            }
        }
        if (node.has("established")) {
            ask(requests, node.text("established"), ColumnRequest.Kind.IDENTIFIER);
        }
        CsvTable table = new CsvLoader(file, format, threads, progress).load(List.copyOf(requests.values()));
        List<Unit> units = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            units.add(unit(table, row, names, values, errors));
        }
        return units;
    }

    private static void ask(Map<String, ColumnRequest> requests, String column, ColumnRequest.Kind kind) {
        List<String> tokens = kind == ColumnRequest.Kind.NUMBER ? List.of(MISSING.getFirst(), INAPPLICABLE) : List.of();
        requests.putIfAbsent(column, new ColumnRequest(column, kind, tokens));
    }

    private Map<String, String> valueColumns(List<String> header) {
        Map<String, String> named = node.members("indicators", PlanNode::text);
        named.keySet().forEach(this::requireQuantity);
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        scheme.indicators().stream().map(Indicator::id).forEach(ids::add);
        scheme.measures().stream().map(Measure::id).forEach(ids::add);
        for (String id : ids) {
            String column = named.getOrDefault(id, id);
            if (header.contains(column)) {
                columns.put(id, column);
            } else if (named.containsKey(id)) {
                throw node.get("indicators")
                        .fault("no column '" + column + "' (there are " + String.join(", ", header) + ")");
            }
        }
        if (columns.isEmpty()) {
            throw node.fault("no column is named like an indicator; say which is which under 'indicators'");
        }
        return columns;
    }

    private void requireQuantity(String id) {
        if (scheme.indicator(id).isEmpty()
                && scheme.measures().stream().map(Measure::id).noneMatch(id::equals)) {
            throw node.fault("the scheme has neither indicator nor measure '" + id + "'");
        }
    }

    private Unit unit(CsvTable table, int row, String names, Map<String, String> values, Map<String, String> errors) {
        String name = text(table, names, row);
        Map<String, Reading> readings = new LinkedHashMap<>();
        values.forEach((id, column) -> readings.put(id, reading(table, column, row)));
        Map<String, Double> spread = new LinkedHashMap<>();
        errors.forEach((id, column) -> {
            double error = number(table, column, row);
            if (!Double.isNaN(error) && readings.get(id) instanceof Reading.Known) {
                spread.put(id, error);
            }
        });
        Set<String> established = new HashSet<>();
        if (node.has("established")) {
            established.addAll(
                    List.of(text(table, node.text("established"), row).strip().split("\\s+")));
            established.remove("");
        }
        long covered = node.has("covered") ? whole(table, "covered", row) : -1;
        return new Unit(
                name, level, covered, Readings.independent(readings, spread), coverage(table, row, name), established);
    }

    private @Nullable CoverageRating coverage(CsvTable table, int row, String name) {
        if (scheme.coverage() == null || !node.has("responses") || !node.has("headcount")) {
            return null;
        }
        return CoverageRating.of(
                name,
                whole(table, "responses", row),
                whole(table, "headcount", row),
                FieldingMode.TICKETS,
                scheme.coverage());
    }

    private long whole(CsvTable table, String key, int row) {
        double number = number(table, node.text(key), row);
        if (Double.isNaN(number)) {
            throw node.get(key).fault("row " + (row + 2) + " of " + file + " has no number there");
        }
        return Math.round(number);
    }

    private static Reading reading(CsvTable table, String column, int row) {
        CsvColumn.Doubles doubles = doubles(table, column);
        double value = doubles.numbers()[row];
        if (!Double.isNaN(value)) {
            return new Reading.Known(value);
        }
        // tokens: 1 blank, 2 NA, 3 n/a
        return doubles.tokens().length > 0 && doubles.tokens()[row] == 3
                ? new Reading.Inapplicable("it was given as inapplicable")
                : new Reading.Missing("its cell is empty");
    }

    private static double number(CsvTable table, String column, int row) {
        return doubles(table, column).numbers()[row];
    }

    private static CsvColumn.Doubles doubles(CsvTable table, String column) {
        if (table.columns().get(column) instanceof CsvColumn.Doubles doubles) {
            return doubles;
        }
        throw new IllegalStateException("column " + column + " was not loaded as numbers");
    }

    private static String text(CsvTable table, String column, int row) {
        return switch (table.columns().get(column)) {
            case CsvColumn.Ints ints -> ints.values().get(ints.codes()[row]);
            case CsvColumn.Bytes bytes -> bytes.values().get(Byte.toUnsignedInt(bytes.codes()[row]));
            case CsvColumn.Doubles doubles -> Double.toString(doubles.numbers()[row]);
            case null -> throw new IllegalStateException("column " + column + " was not loaded");
        };
    }
}
