package org.zhisheng.server.survey;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.platform.RoleConfig;
import org.zhisheng.server.round.Round;

/** The page of a survey, and what may still be done to it after its launch. */
@Hidden
@Controller("/console/surveys/{id}")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "zhisheng.role", notEquals = RoleConfig.ISSUER)
final class SurveyController {
    private final Surveys surveys;
    private final Drafts drafts;
    private final Changes changes;
    private final DraftPages draftPages;
    private final SurveyPages pages;
    private final Desk desk;

    SurveyController(
            Surveys surveys, Drafts drafts, Changes changes, DraftPages draftPages, SurveyPages pages, Desk desk) {
        this.surveys = surveys;
        this.drafts = drafts;
        this.changes = changes;
        this.draftPages = draftPages;
        this.pages = pages;
        this.desk = desk;
    }

    /** A draft opens where it is prepared, anything later on the survey's page. */
    @Get
    ModelAndView<Map<String, Object>> show(
            Actor actor,
            Language language,
            Id id,
            @QueryValue @Nullable String check,
            @QueryValue @Nullable String saved,
            @QueryValue @Nullable String launched) {
        Round round = desk.require(actor, Permission.SEE_ROUNDS, id);
        Optional<Fielded> fielded = surveys.find(id);
        if (fielded.isEmpty() && surveys.summary(id).state() == SurveyState.DRAFT) {
            desk.require(actor, Permission.PREPARE_SURVEY, id);
            Map<String, Object> model = draftPages.draft(id, drafts.get(id), round, language, check != null);
            model.put("saved", saved != null);
            return new ModelAndView<>("pages/survey/draft", model);
        }
        Map<String, Object> model = fielded.map(f -> pages.survey(actor, f, round, language))
                .orElseGet(() -> pages.abandoned(actor, id, round, language));
        model.put("launched", launched != null);
        return new ModelAndView<>("pages/survey/survey", model);
    }

    @Post("/extend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> extend(Actor actor, Language language, Id id, @Body Map<String, Object> body) {
        Round round = desk.require(actor, Permission.LAUNCH_SURVEY, id);
        Entries entries = new Entries(body);
        return changed(actor, language, round, id, entries, () -> changes.extend(id, entries, actor.name()));
    }

    @Post("/amend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> amend(Actor actor, Language language, Id id, @Body Map<String, Object> body) {
        Round round = desk.require(actor, Permission.AMEND_FRAME, id);
        Entries entries = new Entries(body);
        return changed(actor, language, round, id, entries, () -> changes.amend(id, entries, actor.name()));
    }

    @Post("/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(Actor actor, Id id) {
        desk.require(actor, Permission.LAUNCH_SURVEY, id);
        surveys.cancel(id, actor.name());
        return HttpResponse.seeOther(URI.create("/console/surveys/" + id));
    }

    /** After a mistake the page comes back with what was typed. */
    private HttpResponse<?> changed(
            Actor actor, Language language, Round round, Id id, Entries typed, Runnable change) {
        try {
            change.run();
            return HttpResponse.seeOther(URI.create("/console/surveys/" + id));
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID_INPUT) {
                throw e;
            }
            return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
                    .body(new ModelAndView<>(
                            "pages/survey/survey", model(actor, language, round, id, typed, e.faults())));
        }
    }

    private Map<String, Object> model(
            Actor actor, Language language, Round round, Id id, Entries typed, List<Fault> faults) {
        Map<String, Object> model = new HashMap<>(pages.survey(actor, surveys.get(id), round, language));
        model.put("faults", faults);
        model.put("typed", typed.values());
        return model;
    }
}
