package org.zhisheng.server.scorecard;

import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.Propagation;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.ScoreUncertainty;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Simulation;
import org.zhisheng.analytics.score.Unit;

/**
 * A unit's score with what the surveys' errors mean for it.
 *
 * @param uncertainty null without a rating
 */
record Scored(Unit unit, Score score, @Nullable ScoreUncertainty uncertainty) {
    static Scored of(Scorer scorer, Unit unit, Simulation simulation) {
        Score score = scorer.score(unit);
        return new Scored(unit, score, Double.isNaN(score.total()) ? null : Propagation.of(scorer, unit, simulation));
    }
}
