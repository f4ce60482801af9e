/**
 * The quality score: schemes as data, indicators made from released figures and entered facts, normalised, weighted and
 * aggregated to a total with a band, with the uncertainty of the surveys carried through.
 *
 * <p>The way of a value: {@link org.zhisheng.analytics.score.Figures} and {@link org.zhisheng.analytics.score.Facts} →
 * {@link org.zhisheng.analytics.score.SourceReader} → {@link org.zhisheng.analytics.score.Readings} (a value an indicator,
 * with the covariance of those that rest on surveys) → {@link org.zhisheng.analytics.score.Scorer} →
 * {@link org.zhisheng.analytics.score.Score}. Whoever has a table of indicators starts at the readings.
 *
 * <p>Order of rules: indicators, weights of what is there, total, "no rating", rounding HALF_UP to 0.1, band, caps, vetoes,
 * coverage grade. Caps and vetoes lower the band and never touch the total.
 */
@NullMarked
package org.zhisheng.analytics.score;

import org.jspecify.annotations.NullMarked;
