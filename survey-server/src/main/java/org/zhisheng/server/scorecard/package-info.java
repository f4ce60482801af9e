/**
 * Indicators, scores and league tables. A scorecard assesses one bargaining round by one version of a scheme: survey
 * indicators come from released results only, facts from entries of the union that an evaluator confirms, corrects or
 * rejects; both stay visible.
 *
 * <p>The way of a value: {@link org.zhisheng.server.scorecard.ReleasedFigures} and {@link
 * org.zhisheng.server.scorecard.Ledger} → {@link org.zhisheng.server.scorecard.Assessor} → {@link
 * org.zhisheng.server.scorecard.Assessment}. Signing off stores the assessment's JSON; from then on pages, downloads,
 * trends and league tables read that text and compute nothing again. The arithmetic is {@code survey-analytics}' package
 * {@code score}, so that the published files recompute with {@code ./zhisheng score}.
 */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "issuer")
package org.zhisheng.server.scorecard;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
