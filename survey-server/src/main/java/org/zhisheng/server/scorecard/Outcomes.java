package org.zhisheng.server.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.planning.CoverageGrade;
import org.zhisheng.analytics.score.Rating;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.ScoreUncertainty;
import org.zhisheng.analytics.score.Spread;

/** What the engine gives, as it is stored. */
final class Outcomes {
    private Outcomes() {}

    /** The parts of an assessment that come out of the engine. */
    record Parts(
            Assessment.Outcome outcome,
            List<Assessment.IndicatorLine> indicators,
            List<Assessment.DimensionLine> dimensions) {}

    static Parts parts(Scheme scheme, Scored scored) {
        Score score = scored.score();
        ScoreUncertainty uncertainty = scored.uncertainty();
        List<Spread> spreads = uncertainty == null ? List.of() : uncertainty.indicators();
        List<Spread> means = uncertainty == null ? List.of() : uncertainty.dimensions();
        return new Parts(
                outcome(scheme, scored),
                score.indicators().stream()
                        .map(i -> {
                            Spread spread = find(spreads, i.id());
                            return new Assessment.IndicatorLine(
                                    i.id(),
                                    known(i.points()),
                                    i.weight(),
                                    i.effectiveWeight(),
                                    known(i.contribution()),
                                    i.flagged(),
                                    spread == null ? null : spread.standardError(),
                                    spread == null ? null : spread.lower(),
                                    spread == null ? null : spread.upper());
                        })
                        .toList(),
                score.dimensions().stream()
                        .map(d -> {
                            Spread spread = find(means, d.id());
                            return new Assessment.DimensionLine(
                                    d.id(),
                                    known(d.points()),
                                    d.weight(),
                                    d.effectiveWeight(),
                                    spread == null ? null : known(spread.lower()),
                                    spread == null ? null : known(spread.upper()));
                        })
                        .toList());
    }

    private static Assessment.Outcome outcome(Scheme scheme, Scored scored) {
        Score score = scored.score();
        ScoreUncertainty uncertainty = scored.uncertainty();
        Spread total = uncertainty == null ? null : uncertainty.total();
        Rating.Banded banded = score.rating() instanceof Rating.Banded b ? b : null;
        return new Assessment.Outcome(
                known(score.total()),
                known(score.rounded()),
                total == null ? null : total.standardError(),
                total == null ? null : total.lower(),
                total == null ? null : total.upper(),
                total == null ? null : total.method().name(),
                banded == null ? null : banded.band().id(),
                banded == null ? null : banded.byTotal().id(),
                banded == null ? List.of() : banded.caps(),
                banded == null ? List.of() : banded.vetoes(),
                banded == null ? List.of() : banded.undecided(),
                none(scheme, scored),
                uncertainty == null ? Map.of() : uncertainty.bands());
    }

    /** Why there is no rating, as keys: the engine's sentences are in one language only. */
    private static List<String> none(Scheme scheme, Scored scored) {
        if (!(scored.score().rating() instanceof Rating.None)) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        if (scored.unit().coverage() != null && scored.unit().coverage().grade() == CoverageGrade.NONE) {
            reasons.add("coverage");
        }
        if (scored.score().missingWeight() > scheme.missingAllowed()) {
            reasons.add("missing");
        }
        if (reasons.isEmpty()) {
            reasons.add("nothing");
        }
        return reasons;
    }

    private static @Nullable Spread find(List<Spread> spreads, String id) {
        return spreads.stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
