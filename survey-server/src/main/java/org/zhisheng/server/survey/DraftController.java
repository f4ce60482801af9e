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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.Access;
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
import org.zhisheng.server.round.Rounds;

/**
 * Pages on which a survey is prepared. Whatever was typed is saved first and judged afterwards, so that nothing is ever
 * lost to a mistake; every sending ends in a redirect.
 */
@Hidden
@Controller("/console/surveys")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "zhisheng.role", notEquals = RoleConfig.ISSUER)
final class DraftController {
    private final Rounds rounds;
    private final Drafts drafts;
    private final DraftPages pages;
    private final Desk desk;
    private final Access access;

    DraftController(Rounds rounds, Drafts drafts, DraftPages pages, Desk desk, Access access) {
        this.rounds = rounds;
        this.drafts = drafts;
        this.pages = pages;
        this.desk = desk;
        this.access = access;
    }

    /** Without a round chosen, the latest one of theirs; without any, a round is set up first. */
    @Get("/new")
    HttpResponse<?> fresh(Actor actor, Language language, @QueryValue @Nullable Id round) {
        List<Round> open = desk.rounds(actor, Permission.PREPARE_SURVEY);
        if (round != null) {
            access.require(actor, Permission.PREPARE_SURVEY, rounds.get(round).organization());
        } else if (open.isEmpty()) {
            return HttpResponse.seeOther(URI.create("/console/rounds/new"));
        }
        Round chosen = round == null ? open.getFirst() : rounds.get(round);
        return HttpResponse.ok(new ModelAndView<>("pages/survey/draft", pages.fresh(open, chosen, language)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(Actor actor, @Body Map<String, Object> body) {
        Entries entries = new Entries(body);
        Id round = Id.parse(entries.text("round")).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        access.require(actor, Permission.PREPARE_SURVEY, rounds.get(round).organization());
        Id survey = drafts.start(round, DraftForm.read(entries));
        return HttpResponse.seeOther(next(survey, entries));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(Actor actor, Id id, @Body Map<String, Object> body) {
        desk.require(actor, Permission.PREPARE_SURVEY, id);
        Entries entries = new Entries(body);
        drafts.save(id, DraftForm.read(entries));
        return HttpResponse.seeOther(next(id, entries));
    }

    /** Starts a new draft with what was typed for another survey: for one that was cancelled, or the next of its kind. */
    @Post("/{id}/copy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> copy(Actor actor, Id id) {
        Round round = desk.require(actor, Permission.PREPARE_SURVEY, id);
        SurveyDraft fresh = pages.fresh();
        Id copy = drafts.start(round.id(), drafts.get(id).withTimes(fresh.opens(), fresh.closes()));
        return HttpResponse.seeOther(URI.create("/console/surveys/" + copy));
    }

    private static URI next(Id survey, Entries entries) {
        String page = "/console/surveys/" + survey;
        return URI.create(
                switch (entries.text("do")) {
                    case "check" -> page + "/check";
                    case "questions" -> page + "/questions";
                    case "read" -> page + "#frame";
                    default -> page + "?saved=1";
                });
    }
}
