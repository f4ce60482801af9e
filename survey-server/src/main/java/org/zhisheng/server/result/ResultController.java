package org.zhisheng.server.result;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Surveys;

/**
 * Closing a survey by hand. A poster's closes at once, which releases its result; where answers need a credential, those
 * that were issued may still be used for a while, and the survey closes by itself after that.
 */
@Hidden
@Controller("/console/surveys/{survey}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultController {
    private final Results results;
    private final Surveys surveys;
    private final Access access;

    ResultController(Results results, Surveys surveys, Access access) {
        this.results = results;
        this.surveys = surveys;
        this.access = access;
    }

    @Post("/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(Id survey, Actor actor) {
        access.require(
                actor, Permission.CLOSE_SURVEY, surveys.get(survey).manifest().organization());
        if (surveys.get(survey).manifest().mode().isAdmitting()) {
            surveys.stop(survey, actor.name());
            return HttpResponse.seeOther(URI.create("/console/surveys/" + survey + "?stopped=1"));
        }
        results.close(survey, actor.name());
        return HttpResponse.seeOther(URI.create("/console/surveys/" + survey + "/result"));
    }
}
