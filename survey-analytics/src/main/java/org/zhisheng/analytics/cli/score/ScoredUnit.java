package org.zhisheng.analytics.cli.score;

import org.zhisheng.analytics.score.Unit;

/**
 * A unit of a plan.
 *
 * @param covered workers covered by its contract; −1 where unknown
 */
record ScoredUnit(Unit unit, long covered) {}
