package org.zhisheng.server.comment;

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
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.text.Span;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Surveys;

/** The redactor's pages, and released comments as a file. */
@Hidden
@Controller("/console/surveys/{survey}")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CommentController {
    private final Surveys surveys;
    private final Access access;
    private final Comments comments;
    private final CommentQueue queue;
    private final CommentPages pages;

    CommentController(Surveys surveys, Access access, Comments comments, CommentQueue queue, CommentPages pages) {
        this.surveys = surveys;
        this.access = access;
        this.comments = comments;
        this.queue = queue;
        this.pages = pages;
    }

    /** What there is to look at, and the button that releases. */
    @Get("/comments")
    @View("pages/comment/overview")
    Map<String, Object> overview(Id survey, Actor actor, Language language) {
        Fielded fielded = surveys.get(survey);
        List<Audience> audiences = List.of(Audience.EVERYONE, Audience.WORKER_SIDE).stream()
                .filter(audience -> access.may(
                        actor, redacting(audience), fielded.manifest().organization()))
                .toList();
        if (audiences.isEmpty()) {
            access.require(actor, Permission.REDACT_COMMENTS, fielded.manifest().organization());
        }
        return pages.overview(fielded, audiences, language);
    }

    /** The comments on an item: those to look at, or those that were decided on. */
    @Get("/comments/{item}")
    @View("pages/comment/queue")
    Map<String, Object> queue(
            Id survey,
            String item,
            @QueryValue(defaultValue = "false") boolean decided,
            Actor actor,
            Language language) {
        Fielded fielded = surveys.get(survey);
        Item asked = redacted(fielded, item, actor);
        return pages.queue(fielded, asked, queue.of(survey, item, CommentItems.minimum(fielded)), decided, language);
    }

    /** Keeps a decision, and shows what is left. */
    @Post("/comments/{item}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(Id survey, String item, @Body Entries form, Actor actor) {
        Fielded fielded = surveys.get(survey);
        redacted(fielded, item, actor);
        Id text = form.id("text").orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        boolean shown = form.text("verdict").equals("show");
        queue.decide(survey, item, CommentItems.minimum(fielded), text, new Decision(shown, hidden(form)));
        String back = "/console/surveys/" + survey + "/comments/" + item;
        return HttpResponse.seeOther(URI.create(form.has("again") ? back + "?decided=true" : back));
    }

    /** Releases the comments for everybody, or for the worker-side team. */
    @Post("/release-comments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> release(Id survey, @Body Entries form, Actor actor) {
        Audience audience = form.choice(Audience.class, "audience")
                .filter(a -> a != Audience.HIGHER_UNION_ALERT)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        access.require(
                actor, redacting(audience), surveys.get(survey).manifest().organization());
        comments.release(survey, audience, actor.name());
        return HttpResponse.seeOther(URI.create("/console/surveys/" + survey
                + (audience == Audience.EVERYONE ? "/result#comments" : "/restricted#comments")));
    }

    /** The released comments as they were fingerprinted. What only the worker-side team reads is never a file. */
    @Get("/comments.json")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> file(Id survey, Actor actor) {
        Fielded fielded = surveys.get(survey);
        access.require(actor, Permission.READ_RELEASE, fielded.manifest().organization());
        PublishedComments released =
                comments.find(survey, Audience.EVERYONE).orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
        String name = "zhisheng-" + fielded.manifest().code() + "-comments.json";
        return HttpResponse.ok(released.content().getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    /** The item, if it is one whose comments the person redacts, and they are not out yet. */
    private Item redacted(Fielded fielded, String code, Actor actor) {
        access.require(actor, Permission.SEE_ORGANIZATION, fielded.manifest().organization());
        Item item = CommentItems.item(fielded, code);
        access.require(actor, redacting(item.audience()), fielded.manifest().organization());
        if (comments.find(fielded.id(), item.audience()).isPresent()) {
            throw ProblemException.of(Problem.WRONG_STATE);
        }
        return item;
    }

    private static Permission redacting(Audience audience) {
        return audience == Audience.EVERYONE ? Permission.REDACT_COMMENTS : Permission.REDACT_RESTRICTED_COMMENTS;
    }

    private static List<Span> hidden(Entries form) {
        try {
            return form.all("hide").stream().map(Decision::span).toList();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(Fault.of("hide", "comment.fault.pieces"));
        }
    }
}
