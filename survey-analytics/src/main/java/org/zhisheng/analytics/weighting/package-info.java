/**
 * Weights that reproduce known population counts, and what each adjustment takes out of the sampling error.
 *
 * <p>Everything works on cells: a cell is one respondent, or a group of respondents who share stratum, weight and
 * margins. That is why raking ten million rows costs as much as raking their few hundred cells.
 */
@NullMarked
package org.zhisheng.analytics.weighting;

import org.jspecify.annotations.NullMarked;
