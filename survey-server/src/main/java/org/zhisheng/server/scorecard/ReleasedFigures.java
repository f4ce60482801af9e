package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.analytics.disclosure.Covariance;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.Limit;
import org.zhisheng.analytics.disclosure.Release;
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
     * The figures of the whole unit with their released covariances; a bound counts as its number, without an error. Options
     * have no released covariance and are taken as independent, as {@link Figures} says.
     */
    static Figures figures(Map<String, PublishedResult> released) {
        Figures figures = new Figures();
        released.forEach((questionnaire, result) -> add(figures, questionnaire, result.release()));
        return figures;
    }

    /** Adds what was released of one survey. The variances are the released ones: an error's square has other digits. */
    static void add(Figures figures, String questionnaire, Release release) {
        for (Figure f : scored(release)) {
            double error = f.estimate().standardError();
            figures.add(key(questionnaire, f), f.estimate().value(), Double.isNaN(error) ? 0 : error);
        }
        for (Joint joint : joint(release)) {
            figures.covariance(
                    key(questionnaire, joint.first()), key(questionnaire, joint.second()), joint.covariance());
        }
    }

    private static Figures.Key key(String questionnaire, Figure f) {
        return new Figures.Key(questionnaire, f.item(), f.statistic(), f.category());
    }

    /** Two released figures and their covariance, or one twice and its variance. */
    record Joint(Figure first, Figure second, double covariance) {}

    /** The released covariances, with the figures that they are of. */
    static List<Joint> joint(Release release) {
        Map<String, Figure> byName = new LinkedHashMap<>();
        scored(release).stream()
                .filter(f -> f.category().isEmpty())
                .forEach(f -> byName.put(f.item() + " " + f.statistic(), f));
        List<Joint> joint = new ArrayList<>();
        for (Covariance c : release.covariances()) {
            Figure first = byName.get(c.first());
            Figure second = byName.get(c.second());
            if (first == null || second == null) {
                throw new IllegalStateException("the release gives a covariance of " + c.first() + " and " + c.second()
                        + " but not both figures");
            }
            joint.add(new Joint(first, second, c.value()));
        }
        return joint;
    }

    /** The released numbers that a score may rest on: a place in an order is none, and what is withheld has none. */
    static List<Figure> scored(Release release) {
        return release.whole().figures().stream()
                .filter(f -> f.limit().hasValue() && f.limit() != Limit.PLACE)
                .toList();
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
