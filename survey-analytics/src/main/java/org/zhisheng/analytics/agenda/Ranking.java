package org.zhisheng.analytics.agenda;

/**
 * One topic's place.
 *
 * @param topic its name
 * @param score what it was ranked by, larger is better
 * @param rank 1 plus the number of topics that are better; equal topics share a rank
 */
public record Ranking(String topic, double score, int rank) {}
