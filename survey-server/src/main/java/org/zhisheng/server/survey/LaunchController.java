package org.zhisheng.server.survey;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.platform.RoleConfig;
import org.zhisheng.server.round.Round;

/** The check before launch, the questions as they will be asked, and the launch. */
@Hidden
@Controller("/console/surveys/{id}")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "zhisheng.role", notEquals = RoleConfig.ISSUER)
final class LaunchController {
    private final Drafts drafts;
    private final Surveys surveys;
    private final Launches launches;
    private final LaunchPages pages;
    private final Desk desk;

    LaunchController(Drafts drafts, Surveys surveys, Launches launches, LaunchPages pages, Desk desk) {
        this.drafts = drafts;
        this.surveys = surveys;
        this.launches = launches;
        this.pages = pages;
        this.desk = desk;
    }

    @Get("/questions")
    ModelAndView<Map<String, Object>> questions(Actor actor, Language language, Id id) {
        Round round = desk.require(actor, Permission.SEE_ROUNDS, id);
        Map<String, Object> model = surveys.find(id)
                .map(fielded -> pages.questions(id, fielded.manifest(), language))
                .orElseGet(() -> pages.questions(id, drafts.get(id), round, language));
        return new ModelAndView<>("pages/survey/questions", model);
    }

    /** A draft with faults goes back to where they are mended. */
    @Get("/check")
    HttpResponse<?> check(Actor actor, Language language, Id id) {
        Round round = desk.require(actor, Permission.PREPARE_SURVEY, id);
        SurveyDraft draft = drafts.get(id);
        if (surveys.summary(id).state() != SurveyState.DRAFT) {
            return HttpResponse.seeOther(URI.create("/console/surveys/" + id));
        }
        try {
            Map<String, Object> model = pages.check(actor, id, draft, round, language);
            return HttpResponse.ok(new ModelAndView<>("pages/survey/check", model));
        } catch (ProblemException e) {
            return mend(id, e);
        }
    }

    /** What is launched is what was checked: a draft that a colleague changed in between is shown again. */
    @Post("/launch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> launch(Actor actor, Id id, @Body Map<String, Object> body) {
        Round round = desk.require(actor, Permission.LAUNCH_SURVEY, id);
        Lifecycle.require(surveys.summary(id).state(), SurveyAction.LAUNCH);
        if (!new Entries(body).text("seen").equals(drafts.mark(id))) {
            throw ProblemException.of(Problem.CONFLICT);
        }
        try {
            launches.launch(id, round, actor.name());
            return HttpResponse.seeOther(URI.create("/console/surveys/" + id + "?launched=1"));
        } catch (ProblemException e) {
            return e.problem() == Problem.LAUNCH_STOPPED
                    ? HttpResponse.seeOther(URI.create("/console/surveys/" + id + "/check"))
                    : mend(id, e);
        }
    }

    private static HttpResponse<?> mend(Id id, ProblemException e) {
        if (e.problem() != Problem.INVALID_INPUT) {
            throw e;
        }
        return HttpResponse.seeOther(URI.create("/console/surveys/" + id + "?check=1"));
    }
}
