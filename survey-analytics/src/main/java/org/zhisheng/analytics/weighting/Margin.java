package org.zhisheng.analytics.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.data.Factor;

/**
 * Known population counts of one grouping.
 *
 * @param grouping the level of every cell; a missing level is refused when weights are made
 * @param population the count of each level, in the grouping's level order
 */
public record Margin(Factor grouping, List<Double> population) {
    public Margin {
        population = List.copyOf(population);
        if (population.size() != grouping.labels().size()) {
            throw new IllegalArgumentException("margin " + grouping.name() + " has "
                    + grouping.labels().size() + " levels but " + population.size() + " population counts");
        }
    }

    /**
     * A margin from counts by level name. Levels that occur only among the counts become levels without respondents.
     *
     * @throws IllegalArgumentException if a level of the grouping has no count
     */
    public static Margin of(Factor grouping, Map<String, ? extends Number> counts) {
        List<String> levels = new ArrayList<>(grouping.labels());
        counts.keySet().stream()
                .filter(level -> !levels.contains(level))
                .sorted()
                .forEach(levels::add);
        int[] codes = new int[grouping.size()];
        boolean[] used = new boolean[levels.size()];
        for (int cell = 0; cell < codes.length; cell++) {
            codes[cell] = grouping.code(cell);
            if (codes[cell] >= 0) {
                used[codes[cell]] = true;
            }
        }
        List<Double> population = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            Number count = counts.get(levels.get(level));
            if (count == null && used[level]) {
                throw new IllegalArgumentException("margin " + grouping.name() + ": no population count for \""
                        + levels.get(level) + "\", which occurs in the sample");
            }
            population.add(count == null ? 0.0 : count.doubleValue());
        }
        return new Margin(Factor.of(grouping.name(), levels, codes), population);
    }

    /** Name of the grouping. */
    public String name() {
        return grouping.name();
    }

    /** Number of levels. */
    public int levels() {
        return population.size();
    }

    /** Sum of the population counts. */
    public double total() {
        return population.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Sums of the weighted respondents in each level. */
    double[] sums(double[] weights, double[] frequency) {
        double[] sums = new double[levels()];
        for (int cell = 0; cell < weights.length; cell++) {
            if (frequency[cell] > 0) {
                sums[grouping.code(cell)] += weights[cell] * frequency[cell];
            }
        }
        return sums;
    }

    /** Refuses cells without a level, counts below zero, and levels that weights cannot reach. */
    void requireUsable(double[] weights, double[] frequency) {
        requireLevels(frequency);
        double[] sums = sums(weights, frequency);
        for (int level = 0; level < levels(); level++) {
            double count = population.get(level);
            String where = "margin " + name() + ", level \"" + grouping.labels().get(level) + "\": ";
            if (!(count >= 0) || Double.isInfinite(count)) {
                throw new IllegalArgumentException(where + "population count " + count + " is not a count");
            }
            if (count > 0 && sums[level] == 0) {
                throw new IllegalArgumentException(
                        where + "population count " + count + " but no respondent; merge it with another level");
            }
            if (count == 0 && sums[level] > 0) {
                throw new IllegalArgumentException(where + "respondents but a population count of 0");
            }
        }
    }

    private void requireLevels(double[] frequency) {
        for (int cell = 0; cell < frequency.length; cell++) {
            if (grouping.code(cell) < 0 && frequency[cell] > 0) {
                throw new IllegalArgumentException(
                        "margin " + name() + ": some respondents have no level; weighting needs one for everybody");
            }
        }
    }
}
