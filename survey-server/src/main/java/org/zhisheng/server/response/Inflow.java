package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/**
 * Keeps a flood of made-up answers from filling the database. A survey takes in at most twice its headcount at once and
 * its headcount more every hour, which no workforce exceeds; nobody is told apart, since a whole plant may share one
 * address. Only in memory, and only how much of the allowance is left.
 */
@Singleton
final class Inflow {
    private static final int SPARE = 100;
    private static final double MILLIS_AN_HOUR = 3_600_000;

    private final Clock clock;
    private final Map<Id, Allowance> allowances = new ConcurrentHashMap<>();

    Inflow(Clock clock) {
        this.clock = clock;
    }

    /** Lets one more answer to the survey pass, or refuses it with {@code too-many-requests}. */
    void admit(Id survey, int headcount) {
        long now = clock.millis();
        double most = 2.0 * headcount + SPARE;
        Allowance after = allowances.compute(survey, (id, before) -> {
            double gained = before == null ? most : (now - before.at()) * (headcount + SPARE) / MILLIS_AN_HOUR;
            double left = Math.min(most, (before == null ? 0 : before.left()) + gained);
            return left < 1 ? new Allowance(left, now, false) : new Allowance(left - 1, now, true);
        });
        if (!after.admitted()) {
            throw ProblemException.of(Problem.TOO_MANY_REQUESTS);
        }
    }

    /** What a survey may still take in, at the moment of its latest answer. */
    private record Allowance(double left, long at, boolean admitted) {}
}
