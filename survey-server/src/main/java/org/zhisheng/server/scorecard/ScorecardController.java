package org.zhisheng.server.scorecard;

import io.micronaut.http.HttpHeaders;
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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;

/** Scorecards: the list, one of them, why it is as it is, and its files. */
@Hidden
@Controller("/console/scorecards")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScorecardController {
    private final Scorecards scorecards;
    private final Schemes schemes;
    private final Rounds rounds;
    private final ScorecardPages pages;
    private final ExplanationPages explanations;
    private final PublishedFiles files;
    private final Access access;

    ScorecardController(
            Scorecards scorecards,
            Schemes schemes,
            Rounds rounds,
            ScorecardPages pages,
            ExplanationPages explanations,
            PublishedFiles files,
            Access access) {
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.rounds = rounds;
        this.pages = pages;
        this.explanations = explanations;
        this.files = files;
        this.access = access;
    }

    @Get
    ModelAndView<Map<String, Object>> list(Actor actor, Language language, @QueryValue @Nullable Id round) {
        return new ModelAndView<>("pages/scorecard/list", pages.list(actor, language, round));
    }

    /** Union or evaluator open a scorecard, whoever comes first. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(Actor actor, @Body Entries form) {
        Round round = rounds.get(form.id("round").orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND)));
        boolean evaluates = access.may(actor, Permission.EVALUATE, round.organization());
        access.require(actor, evaluates ? Permission.EVALUATE : Permission.ENTER_FACTS, round.organization());
        SchemeId scheme = schemes.all().stream()
                .map(SchemeVersion::id)
                .filter(id -> id.toString().equals(form.text("scheme")))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return HttpResponse.seeOther(URI.create(
                "/console/scorecards/" + scorecards.open(round, scheme, actor).id()));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(Actor actor, Language language, Id id) {
        return new ModelAndView<>("pages/scorecard/show", pages.show(actor, seen(actor, id), language));
    }

    @Get("/{id}/explanation")
    ModelAndView<Map<String, Object>> explanation(Actor actor, Language language, Id id) {
        return new ModelAndView<>("pages/scorecard/explanation", explanations.of(actor, seen(actor, id), language));
    }

    @Get("/{id}/scorecard.csv")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> csv(Actor actor, Language language, Id id) {
        Scorecard card = seen(actor, id);
        String text = ScorecardCsv.of(scorecards.assessment(id), schemes.get(card.scheme()), language);
        return file(text.getBytes(StandardCharsets.UTF_8), "scorecard-" + id + ".csv", "text/csv;charset=UTF-8");
    }

    @Get("/{id}/files.zip")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> zip(Actor actor, Language language, Id id) {
        seen(actor, id);
        return file(PublishedFiles.zip(files.of(id, language)), "scorecard-" + id + ".zip", "application/zip");
    }

    @Get("/{id}/recalculator.html")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> recalculator(Actor actor, Language language, Id id) {
        seen(actor, id);
        byte[] page = files.recalculator(id, language).getBytes(StandardCharsets.UTF_8);
        return file(page, "recalculator.html", "text/html;charset=UTF-8");
    }

    private Scorecard seen(Actor actor, Id id) {
        Scorecard card = scorecards.get(id);
        access.require(actor, Permission.SEE_SCORECARDS, card.organization());
        return card;
    }

    private static HttpResponse<byte[]> file(byte[] content, String name, String type) {
        return HttpResponse.ok(content)
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"zhisheng-" + name + "\"");
    }
}
