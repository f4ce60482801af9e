package org.zhisheng.server.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * How answers to a survey are drawn.
 *
 * @param blank chance that an item is left blank, 0 to 1
 * @param unsure chance of "don't know" where an item offers it and has no weights, 0 to 1
 * @param moods by how many standard deviations an item's ratings lie above the respondent's mood
 * @param weights weights of options, by item and option; options of a weighted item without one are never taken
 * @param leans how strongly content respondents prefer the earlier options of a weighted item
 * @param texts what is written, by item
 */
@Serdeable
record Habits(
        double blank,
        double unsure,
        Map<String, Double> moods,
        Map<String, Map<String, Double>> weights,
        Map<String, Double> leans,
        Map<String, Texts> texts) {
    /**
     * What is written for an item.
     *
     * @param share share of respondents who write, 0 to 1
     * @param words what one of them writes
     */
    @Serdeable
    record Texts(double share, List<String> words) {
        Texts {
            words = List.copyOf(words);
        }
    }
}
