package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;

/** Schemes: the list, one of them, forking, editing, experts' judgements, adopting. */
@Hidden
@Controller("/console/schemes")
@Produces(Pages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SchemeController {
    private static final Entries NOTHING = new Entries(Map.of());

    private final Schemes schemes;
    private final SchemeEditing editing;
    private final SchemePages pages;
    private final Access access;

    SchemeController(Schemes schemes, SchemeEditing editing, SchemePages pages, Access access) {
        this.schemes = schemes;
        this.editing = editing;
        this.pages = pages;
        this.access = access;
    }

    @Get
    ModelAndView<Map<String, Object>> list(Actor actor, Language language) {
        return new ModelAndView<>("pages/scorecard/schemes", pages.list(actor, language, NOTHING, List.of()));
    }

    @Post
    HttpResponse<?> fork(Actor actor, Language language, @Body Entries form) {
        Id owner = form.id("organization").orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        access.require(actor, Permission.EDIT_SCHEMES, owner);
        SchemeVersion parent = parent(actor, form.text("parent"));
        try {
            SchemeVersion fork = schemes.fork(
                    parent.id(),
                    new SchemeId(form.text("id"), form.text("version")),
                    owner,
                    new Text(form.text("titleZh"), form.text("titleEn")),
                    actor.name());
            return HttpResponse.seeOther(URI.create("/console/schemes/" + fork.id() + "/edit"));
        } catch (ProblemException e) {
            return refused("schemes", "/console/schemes", pages.list(actor, language, form, faults(e)));
        }
    }

    private SchemeVersion parent(Actor actor, String typed) {
        return schemes.all().stream()
                .filter(v -> v.id().toString().equals(typed) && (v.isFrozen() || pages.mayEdit(actor, v)))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    @Get("/{id}/{version}")
    ModelAndView<Map<String, Object>> show(Actor actor, Language language, String id, String version) {
        SchemeVersion v = schemes.get(new SchemeId(id, version));
        if (!v.isFrozen() && !pages.mayEdit(actor, v)) {
            throw ProblemException.of(Problem.NOT_FOUND);
        }
        return new ModelAndView<>("pages/scorecard/scheme", pages.show(actor, v, language, NOTHING, List.of()));
    }

    @Get("/{id}/{version}/edit")
    ModelAndView<Map<String, Object>> edit(Actor actor, Language language, String id, String version) {
        SchemeVersion v = draft(actor, id, version);
        return new ModelAndView<>("pages/scorecard/edit", pages.show(actor, v, language, NOTHING, List.of()));
    }

    /** Saves what was typed in the table, or the whole definition as JSON, or equal weights. */
    @Post("/{id}/{version}/edit")
    HttpResponse<?> save(Actor actor, Language language, String id, String version, @Body Entries form) {
        SchemeVersion v = draft(actor, id, version);
        try {
            JsonNode definition = editing.typed(v, form);
            Text title = new Text(form.text("titleZh"), form.text("titleEn"));
            schemes.save(v, definition, editing.title(v, title), v.judgements(), actor.name());
            return to(v, "/edit");
        } catch (ProblemException e) {
            return refused(
                    "edit", "/console/schemes/" + v.id() + "/edit", pages.show(actor, v, language, form, faults(e)));
        }
    }

    @Get("/{id}/{version}/judgements")
    ModelAndView<Map<String, Object>> judgements(
            Actor actor, Language language, String id, String version, @QueryValue(defaultValue = "") String group) {
        return new ModelAndView<>(
                "pages/scorecard/judgements",
                pages.judgements(draft(actor, id, version), group, language, NOTHING, List.of()));
    }

    @Post("/{id}/{version}/judgements")
    HttpResponse<?> judge(Actor actor, Language language, String id, String version, @Body Entries form) {
        SchemeVersion v = draft(actor, id, version);
        try {
            editing.judge(v, form, actor.name());
            return to(v, "/judgements?group=" + URLEncoder.encode(form.text("group"), StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            return refused(
                    "judgements",
                    "/console/schemes/" + v.id() + "/judgements",
                    pages.judgements(v, form.text("group"), language, form, faults(e)));
        }
    }

    @Post("/{id}/{version}/judgements/remove")
    HttpResponse<?> remove(Actor actor, String id, String version, @Body Entries form) {
        SchemeVersion v = draft(actor, id, version);
        editing.remove(v, form.text("group"), form.text("expert"), actor.name());
        return to(v, "/judgements?group=" + URLEncoder.encode(form.text("group"), StandardCharsets.UTF_8));
    }

    /** Puts the weights that follow from the judgements into the scheme. */
    @Post("/{id}/{version}/judgements/use")
    HttpResponse<?> use(Actor actor, String id, String version) {
        SchemeVersion v = draft(actor, id, version);
        editing.use(v, actor.name());
        return to(v, "/edit");
    }

    @Post("/{id}/{version}/adopt")
    HttpResponse<?> adopt(Actor actor, Language language, String id, String version) {
        SchemeVersion v = draft(actor, id, version);
        try {
            schemes.adopt(v.id(), actor.name());
            return to(v, "");
        } catch (ProblemException e) {
            return refused(
                    "edit", "/console/schemes/" + v.id() + "/edit", pages.show(actor, v, language, NOTHING, faults(e)));
        }
    }

    /** A draft that the person may change; what is not theirs to see is not found. */
    private SchemeVersion draft(Actor actor, String id, String version) {
        SchemeVersion v = schemes.get(new SchemeId(id, version));
        if (!pages.mayEdit(actor, v)) {
            throw ProblemException.of(v.isFrozen() ? Problem.NOT_PERMITTED : Problem.NOT_FOUND);
        }
        if (v.isFrozen()) {
            throw ProblemException.of(Problem.SCHEME_FROZEN);
        }
        return v;
    }

    /** What is wrong with the entries; any other problem goes on. */
    private static List<Fault> faults(ProblemException e) {
        if (e.problem() != Problem.INVALID_INPUT) {
            throw e;
        }
        return e.faults();
    }

    private static HttpResponse<?> refused(String view, String self, Map<String, Object> model) {
        Map<String, Object> shown = new HashMap<>(model);
        shown.put("self", self);
        return HttpResponse.unprocessableEntity().body(new ModelAndView<>("pages/scorecard/" + view, shown));
    }

    private static HttpResponse<?> to(SchemeVersion v, String path) {
        return HttpResponse.seeOther(URI.create("/console/schemes/" + v.id() + path));
    }
}
