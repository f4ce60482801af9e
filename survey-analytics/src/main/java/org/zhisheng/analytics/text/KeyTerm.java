package org.zhisheng.analytics.text;

/**
 * A word that many comments hold.
 *
 * @param term the word
 * @param comments comments that hold it at least once
 */
public record KeyTerm(String term, int comments) {}
