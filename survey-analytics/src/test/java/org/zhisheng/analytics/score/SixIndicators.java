package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.zhisheng.analytics.golden.Golden;

/** The small table and scheme of the golden values. */
final class SixIndicators {
    static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");
    private static final double[] WEIGHTS = {6, 4, 25, 15, 30, 20};
    private static final List<String> DIMENSIONS = List.of("D1", "D1", "D2", "D2", "D3", "D3");

    private SixIndicators() {}

    static List<Map<String, Double>> rows() {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (String line : Golden.lines("score/table.csv").stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            Map<String, Double> row = new LinkedHashMap<>();
            for (int i = 0; i < IDS.size(); i++) {
                row.put(IDS.get(i), Double.parseDouble(cells[i + 1]));
            }
            rows.add(row);
        }
        return rows;
    }

    static double[] column(String id) {
        return rows().stream().mapToDouble(r -> r.get(id)).toArray();
    }

    static double[][] columns() {
        return IDS.stream().map(SixIndicators::column).toArray(double[][]::new);
    }

    static List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (Map<String, Double> row : rows()) {
            Map<String, Reading> readings = new LinkedHashMap<>();
            row.forEach((id, value) -> readings.put(id, new Reading.Known(value)));
            units.add(Unit.of("U" + (units.size() + 1), Readings.exact(readings)));
        }
        return units;
    }

    static Scheme scheme(Aggregation aggregation) {
        return scheme(aggregation, List.of());
    }

    static Scheme scheme(Aggregation aggregation, List<Band> bands) {
        List<Normalisation> rules = List.of(
                new Normalisation.TargetRatio(90),
                new Normalisation.MinMax(null, new Range(1, 100), Direction.HIGHER_IS_BETTER),
                new Normalisation.Identity(),
                new Normalisation.TargetRatio(85),
                new Normalisation.Identity(),
                new Normalisation.Identity());
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < IDS.size(); i++) {
            indicators.add(new Indicator(
                    IDS.get(i),
                    DIMENSIONS.get(i),
                    WEIGHTS[i],
                    EnumSet.allOf(Level.class),
                    Range.UNBOUNDED,
                    rules.get(i),
                    List.of(new Source.Given())));
        }
        List<Dimension> dimensions = List.of(new Dimension("D1", 10), new Dimension("D2", 40), new Dimension("D3", 50));
        return new Scheme(
                new SchemeId("six", "1.0.0"),
                null,
                dimensions,
                indicators,
                List.of(),
                aggregation,
                25,
                bands,
                List.of(),
                List.of(),
                null,
                0);
    }

    static double[] of(List<Unit> units, ToDoubleFunction<Unit> number) {
        return units.stream().mapToDouble(number).toArray();
    }
}
