package org.zhisheng.analytics.score;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.planning.CoverageRating;

/**
 * What is scored.
 *
 * @param name its name
 * @param level what kind of unit it is
 * @param covered workers whom its contract covers; −1 where nobody said
 * @param coverage how far its survey carries; null where the scheme does not look at coverage
 * @param established ids of vetoes that an evaluator's finding, or a fact, has established
 */
public record Unit(
        String name,
        Level level,
        long covered,
        Readings readings,
        @Nullable CoverageRating coverage,
        Set<String> established) {
    public Unit {
        established = Set.copyOf(established);
    }

    /** A unit known by its readings alone. */
    public static Unit of(String name, Readings readings) {
        return new Unit(name, Level.ENTERPRISE, -1, readings, null, Set.of());
    }
}
