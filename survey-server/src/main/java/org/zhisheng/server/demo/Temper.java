package org.zhisheng.server.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * How the workers of a stratum are.
 *
 * @param rate share of them who answer, 0 to 1
 * @param mood by how many standard deviations they are more content than the average worker
 * @param weights factors on the weights of options, by item and option
 */
@Serdeable
record Temper(double rate, double mood, Map<String, Map<String, Double>> weights) {
    double factor(String item, String option) {
        return weights.getOrDefault(item, Map.of()).getOrDefault(option, 1.0);
    }
}
