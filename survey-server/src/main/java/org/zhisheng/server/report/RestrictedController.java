package org.zhisheng.server.report;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.result.RestrictedResults;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/** The one page on which the worker-side team reads bottom lines and tactics. There is no file of it. */
@Hidden
@Controller("/console/surveys/{survey}/restricted")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RestrictedController {
    private final RestrictedResults results;
    private final Surveys surveys;
    private final Access access;
    private final RestrictedViews views;
    private final CommentViews comments;

    RestrictedController(
            RestrictedResults results, Surveys surveys, Access access, RestrictedViews views, CommentViews comments) {
        this.results = results;
        this.surveys = surveys;
        this.access = access;
        this.views = views;
        this.comments = comments;
    }

    @Get
    @View("pages/report/restricted")
    Map<String, Object> page(Id survey, Actor actor, Language language) {
        Fielded fielded = surveys.get(survey);
        access.require(
                actor, Permission.READ_RESTRICTED_RELEASE, fielded.manifest().organization());
        if (fielded.state() != SurveyState.CLOSED) {
            throw ProblemException.of(Problem.WRONG_STATE);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("survey", survey);
        model.put("title", fielded.manifest().title().in(language));
        model.put("organization", fielded.manifest().organizationName());
        model.put("round", fielded.manifest().roundName());
        results.find(survey).ifPresent(release -> model.put("view", views.of(fielded, release, language)));
        comments.of(fielded, Audience.WORKER_SIDE, language).ifPresent(released -> model.put("comments", released));
        return model;
    }
}
