package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.numeric.Distributions;

/**
 * The change between two scores of one unit under the same version of a scheme. The two are treated as independent, which
 * is usually conservative where many of the same people answered.
 *
 * @param standardError √(se₁² + se₂²)
 * @param z change over its standard error; NaN where that is 0
 * @param pValue two-sided; NaN where there is no error
 * @param changed values of indicators before and after, where both are known and come from the same questions
 * @param incomparable ids of indicators that were there in only one of the two, or came from different questions; where
 *     there are any, part of the change of the total is not a change of anything measured
 */
public record Trend(
        double change,
        double standardError,
        double lower,
        double upper,
        double z,
        double pValue,
        List<Change> changed,
        List<String> incomparable) {
    /** The change of one indicator's value. */
    public record Change(String indicator, double before, double after, double standardError) {}

    public Trend {
        changed = List.copyOf(changed);
        incomparable = List.copyOf(incomparable);
    }

    /** A unit at one time, with the scorer that scores it and the error of its total. */
    public record Wave(Scorer scorer, Unit unit, double standardError) {}

    /**
     * Tests the change.
     *
     * @throws IllegalArgumentException where the schemes differ in id or version, or a wave has no rating
     */
    public static Trend of(Wave before, Wave after, double level) {
        SchemeId first = before.scorer().scheme().id();
        SchemeId second = after.scorer().scheme().id();
        if (!first.equals(second)) {
            throw new IllegalArgumentException("there is no trend from a score by " + first + " to one by " + second
                    + ": score both waves by the same version");
        }
        double from = before.scorer().score(before.unit()).total();
        double to = after.scorer().score(after.unit()).total();
        if (Double.isNaN(from) || Double.isNaN(to)) {
            throw new IllegalArgumentException(after.unit().name() + ": a wave has no rating, so there is no change");
        }
        double change = to - from;
        double error = Math.hypot(before.standardError(), after.standardError());
        double half = Distributions.normalQuantile((1 + level) / 2) * error;
        double z = error > 0 ? change / error : Double.NaN;
        double p = error > 0 ? 2 * Distributions.normalCdf(-Math.abs(z)) : Double.NaN;
        List<Change> changed = new ArrayList<>();
        List<String> incomparable = new ArrayList<>();
        compare(before, after, changed, incomparable);
        return new Trend(change, error, change - half, change + half, z, p, changed, incomparable);
    }

    private static void compare(Wave before, Wave after, List<Change> changed, List<String> incomparable) {
        for (Indicator indicator : after.scorer().scheme().indicators()) {
            String id = indicator.id();
            Reading then = before.unit().readings().get(id);
            Reading now = after.unit().readings().get(id);
            if (then instanceof Reading.Known a && now instanceof Reading.Known b) {
                if (a.origin().equals(b.origin())) {
                    double error = Math.hypot(
                            before.unit().readings().standardError(id),
                            after.unit().readings().standardError(id));
                    changed.add(new Change(id, a.value(), b.value(), error));
                } else {
                    incomparable.add(id);
                }
            } else if (then instanceof Reading.Known || now instanceof Reading.Known) {
                incomparable.add(id);
            }
        }
    }
}
