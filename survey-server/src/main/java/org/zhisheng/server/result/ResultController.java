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

/** Closing a survey by hand, which releases its result. */
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
        results.close(survey, actor.name());
        return HttpResponse.seeOther(URI.create("/console/surveys/" + survey + "/result"));
    }
}
