/** What {@code score} reads and writes: plans, tables of indicators, published figures, results, the recalculator. */
@NullMarked
package org.zhisheng.analytics.cli.score;

import org.jspecify.annotations.NullMarked;
