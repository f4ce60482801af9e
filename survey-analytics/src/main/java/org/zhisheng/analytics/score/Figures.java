package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Released figures of one unit's surveys with their covariances. Figures of different surveys are independent; a pair
 * without a covariance is taken as independent, which the caller should know.
 */
public final class Figures {
    /** Names a figure; {@code category} is empty for a figure of the whole item. */
    public record Key(String survey, String item, String statistic, String category) {
        @Override
        public String toString() {
            return survey + " " + item + " " + statistic + (category.isEmpty() ? "" : " " + category);
        }
    }

    private final Map<Key, Integer> positions = new LinkedHashMap<>();
    private final List<Double> values = new ArrayList<>();
    private final Map<Long, Double> covariances = new LinkedHashMap<>();

    /**
     * Adds a figure.
     *
     * @param standardError 0 where it is known exactly
     */
    public Figures add(Key key, double value, double standardError) {
        if (positions.putIfAbsent(key, values.size()) != null) {
            throw new IllegalArgumentException("the figure " + key + " is there twice");
        }
        values.add(value);
        return covariance(key, key, standardError * standardError);
    }

    /** Sets the covariance of two figures that were added; of a figure with itself, its variance. */
    public Figures covariance(Key first, Key second, double covariance) {
        covariances.put(pair(position(first), position(second)), covariance);
        return this;
    }

    private int position(Key key) {
        Integer at = positions.get(key);
        if (at == null) {
            throw new IllegalArgumentException("there is no figure " + key);
        }
        return at;
    }

    private static long pair(int first, int second) {
        return ((long) Math.min(first, second) << 32) | Math.max(first, second);
    }

    OptionalInt find(Key key) {
        Integer at = positions.get(key);
        return at == null ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** The keys in the order in which they were added. */
    public List<Key> keys() {
        return List.copyOf(positions.keySet());
    }

    public double value(int position) {
        return values.get(position);
    }

    public double covariance(int first, int second) {
        return covariances.getOrDefault(pair(first, second), 0.0);
    }
}
