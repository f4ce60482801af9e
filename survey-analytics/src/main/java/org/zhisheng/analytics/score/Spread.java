package org.zhisheng.analytics.score;

import java.util.List;

/**
 * The uncertainty of one number of a score.
 *
 * @param id indicator, dimension, or {@code total}
 * @param estimate in points
 * @param deltaError standard error to first order
 * @param simulatedMean mean of the draws, which differs from the estimate where a bend is near
 * @param simulatedError standard deviation of the draws
 * @param lower end of the interval of the method that is reported
 * @param method which error and interval are reported
 * @param bends ids of quantities that have a bend (a target reached, an edge of their range) within two standard errors;
 *     where there are any, the simulation is reported
 */
public record Spread(
        String id,
        double estimate,
        double deltaError,
        double simulatedMean,
        double simulatedError,
        double lower,
        double upper,
        Method method,
        List<String> bends) {
    /** How the reported error was made. */
    public enum Method {
        DELTA,
        SIMULATION
    }

    public Spread {
        bends = List.copyOf(bends);
    }

    /** The standard error that is reported. */
    public double standardError() {
        return method == Method.DELTA ? deltaError : simulatedError;
    }
}
