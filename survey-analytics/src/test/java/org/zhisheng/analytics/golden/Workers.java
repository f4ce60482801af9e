package org.zhisheng.analytics.golden;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.NumericColumn;
import org.zhisheng.analytics.data.Sample;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.weighting.Margin;

/** The synthetic workers of the golden files, and the designs that the R script gives them. */
public final class Workers {
    /** Labels of the five-point items. */
    public static final List<String> FIVE = List.of("1", "2", "3", "4", "5");

    /** Everybody in the sample. */
    public static final Sample SAMPLE = sample();

    private Workers() {}

    private static Sample sample() {
        List<String> lines = Golden.lines("workers.csv");
        List<String> header = List.of(lines.getFirst().split(",", -1));
        Map<String, List<String>> text = new LinkedHashMap<>();
        for (int c = 0; c < header.size(); c++) {
            int column = c;
            text.put(
                    header.get(c),
                    lines.stream()
                            .skip(1)
                            .map(line -> line.split(",", -1)[column])
                            .toList());
        }
        return Sample.of(text.entrySet().stream()
                .map(entry -> switch (entry.getKey()) {
                    case "q1", "q2", "q3", "q4" ->
                        CategoryColumn.parse(entry.getKey(), FIVE, entry.getValue(), Map.of());
                    case "aware" ->
                        CategoryColumn.parse("aware", List.of("no", "unsure", "yes"), entry.getValue(), Map.of());
                    case "workshop" -> category(entry.getKey(), entry.getValue());
                    case "job", "sex", "stratum" -> category(entry.getKey(), entry.getValue());
                    case "team" -> Factor.parse("team", entry.getValue());
                    default ->
                        NumericColumn.of(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .mapToDouble(Double::parseDouble)
                                        .toArray());
                })
                .toList());
    }

    private static CategoryColumn category(String name, List<String> texts) {
        return CategoryColumn.parse(name, texts.stream().distinct().sorted().toList(), texts, Map.of());
    }

    /** Population counts of a margin. */
    public static Map<String, Double> counts(String margin) {
        Map<String, Double> counts = new HashMap<>();
        for (String line : Golden.lines("margins.csv")) {
            String[] fields = line.split(",");
            if (fields[0].equals(margin)) {
                counts.put(fields[1], Double.valueOf(fields[2]));
            }
        }
        return counts;
    }

    /** A margin over the rows. */
    public static Margin margin(String name) {
        return Margin.of(SAMPLE.factor(name), counts(name));
    }

    /** Teams in the population of each stratum. */
    public static Map<String, Double> teams() {
        Map<String, Double> teams = new HashMap<>();
        for (int row = 0; row < SAMPLE.rows(); row++) {
            CategoryColumn stratum = SAMPLE.category("stratum");
            teams.put(
                    stratum.labels().get(stratum.code(row)), SAMPLE.numeric("M").value(row));
        }
        return teams;
    }

    /** Stratified, weights from headcounts. */
    public static Design stratified() {
        return Design.ofRows(SAMPLE.rows())
                .strata(SAMPLE.factor("stratum"))
                .populationSizes(counts("stratum"))
                .build();
    }

    /** Stratified with unequal weights. */
    public static Design weighted() {
        return Design.ofRows(SAMPLE.rows())
                .strata(SAMPLE.factor("stratum"))
                .populationSizes(counts("stratum"))
                .weights(SAMPLE.numeric("w").values())
                .build();
    }

    /** Unstratified, with replacement, unequal weights. */
    public static Design unstratified() {
        return Design.ofRows(SAMPLE.rows())
                .weights(SAMPLE.numeric("w").values())
                .build();
    }

    /** Teams sampled within strata. */
    public static Design clustered() {
        return Design.ofRows(SAMPLE.rows())
                .strata(SAMPLE.factor("stratum"))
                .clusters(SAMPLE.factor("team"))
                .populationSizes(teams())
                .weights(SAMPLE.numeric("w").values())
                .build();
    }

    /** The population size. */
    public static double populationSize() {
        return counts("stratum").values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** All ones: a frequency for each row. */
    public static double[] ones() {
        double[] one = new double[SAMPLE.rows()];
        Arrays.fill(one, 1);
        return one;
    }
}
