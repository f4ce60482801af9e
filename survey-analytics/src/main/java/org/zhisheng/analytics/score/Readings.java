package org.zhisheng.analytics.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indicators and measures of one unit, with the covariance of those that rest on samples. What has no variance is
 * taken as known exactly.
 */
public final class Readings {
    private final Map<String, Reading> byId;
    private final List<String> random;
    private final double[][] covariance;

    private Readings(Map<String, Reading> byId, List<String> random, double[][] covariance) {
        this.byId = byId;
        this.random = random;
        this.covariance = covariance;
    }

    /** Readings without error. */
    public static Readings exact(Map<String, Reading> byId) {
        return new Readings(new LinkedHashMap<>(byId), List.of(), new double[0][0]);
    }

    /** Readings with independent standard errors, in the indicators' units. */
    public static Readings independent(Map<String, Reading> byId, Map<String, Double> standardErrors) {
        List<String> random = List.copyOf(standardErrors.keySet());
        double[][] covariance = new double[random.size()][random.size()];
        for (int i = 0; i < random.size(); i++) {
            double error = standardErrors.getOrDefault(random.get(i), 0.0);
            covariance[i][i] = error * error;
        }
        return of(byId, random, covariance);
    }

    /**
     * Readings with a covariance.
     *
     * @param random ids, in the order of the covariance; each must have a known value
     * @throws IllegalArgumentException where the matrix is not square, not symmetric or has a negative variance
     */
    public static Readings of(Map<String, Reading> byId, List<String> random, double[][] covariance) {
        for (String id : random) {
            if (!(byId.get(id) instanceof Reading.Known)) {
                throw new IllegalArgumentException(id + " has a variance but no value");
            }
        }
        requireCovariance(random, covariance);
        double[][] copy = new double[covariance.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
        }
        return new Readings(new LinkedHashMap<>(byId), List.copyOf(random), copy);
    }

    private static void requireCovariance(List<String> random, double[][] covariance) {
        if (covariance.length != random.size()) {
            throw new IllegalArgumentException(
                    "a covariance of " + covariance.length + " rows for " + random.size() + " values");
        }
        for (int i = 0; i < covariance.length; i++) {
            if (covariance[i].length != covariance.length || !(covariance[i][i] >= 0)) {
                throw new IllegalArgumentException(
                        random.get(i) + ": its row of the covariance is not as long as the others,"
                                + " or its variance is not 0 or more");
            }
            for (int j = 0; j < i; j++) {
                double bound = Math.sqrt(covariance[i][i] * covariance[j][j]);
                if (!(Math.abs(covariance[i][j] - covariance[j][i]) <= 1e-9 * bound + 1e-300)) {
                    throw new IllegalArgumentException("the covariance of " + random.get(i) + " and " + random.get(j)
                            + " is " + covariance[i][j] + " one way and " + covariance[j][i] + " the other");
                }
            }
        }
    }

    /** The reading of an id; missing where nobody said anything. */
    public Reading get(String id) {
        return byId.getOrDefault(id, new Reading.Missing("nothing was given"));
    }

    /** The value of an id, or NaN. */
    public double value(String id) {
        return get(id) instanceof Reading.Known known ? known.value() : Double.NaN;
    }

    /** All readings by id. */
    public Map<String, Reading> all() {
        return java.util.Collections.unmodifiableMap(byId);
    }

    /** The ids that have an error. */
    public List<String> random() {
        return random;
    }

    /** Covariance of two of the ids of {@link #random()}, by position. */
    public double covariance(int first, int second) {
        return covariance[first][second];
    }

    /** The standard error of an id, 0 where it is known exactly. */
    public double standardError(String id) {
        int at = random.indexOf(id);
        return at < 0 ? 0 : Math.sqrt(covariance[at][at]);
    }

    double[][] covarianceMatrix() {
        return covariance;
    }
}
