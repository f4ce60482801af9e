package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.score.Facts;
import org.zhisheng.analytics.score.Figures;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.SurveySummary;
import org.zhisheng.server.survey.Surveys;

/** The released results of a round: the one way from surveys to scores. */
@Singleton
final class ReleasedFigures {
    private final Surveys surveys;
    private final Results results;

    ReleasedFigures(Surveys surveys, Results results) {
        this.surveys = surveys;
        this.results = results;
    }

    /** The latest released result of each questionnaire in the round, by questionnaire. */
    Map<String, PublishedResult> of(Id round) {
        Map<String, PublishedResult> latest = new LinkedHashMap<>();
        surveys.of(List.of(round)).stream()
                .filter(s -> s.state() == SurveyState.CLOSED)
                .map(SurveySummary::id)
                .map(results::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((PublishedResult r) -> r.coverage().closedAt())
                        .thenComparing(r -> r.survey().id()))
                .forEach(r -> {
                    latest.remove(questionnaire(r));
                    latest.put(questionnaire(r), r);
                });
        return latest;
    }

    /**
     * The figures of the whole unit. Releases carry standard errors and no covariances between figures yet: once they do,
     * this is where they join, by {@link Figures#covariance}.
     */
    static Figures figures(Map<String, PublishedResult> released) {
        Figures figures = new Figures();
        released.forEach((questionnaire, result) -> {
            for (Figure f : result.release().whole().figures()) {
                double error = f.estimate().standardError();
                figures.add(
                        new Figures.Key(questionnaire, f.item(), f.statistic(), f.category()),
                        f.estimate().value(),
                        Double.isNaN(error) ? 0 : error);
            }
        });
        return figures;
    }

    /** How many answered each survey; left out where more answered than are covered. */
    static Map<String, Facts.Responses> participation(Map<String, PublishedResult> released) {
        Map<String, Facts.Responses> participation = new LinkedHashMap<>();
        released.forEach((questionnaire, r) -> {
            long headcount = r.coverage().frame().headcount();
            if (r.coverage().valid() <= headcount) {
                participation.put(
                        questionnaire, new Facts.Responses(r.coverage().valid(), headcount));
            }
        });
        return participation;
    }

    static String questionnaire(PublishedResult result) {
        return result.survey().manifest().questionnaire();
    }
}
