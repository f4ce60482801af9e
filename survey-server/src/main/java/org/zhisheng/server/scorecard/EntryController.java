package org.zhisheng.server.scorecard;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** The union's self-assessment, the evaluator's verification, and signing off. */
@Hidden
@Controller("/console/scorecards/{id}")
@Produces(Pages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EntryController {
    private static final Entries NOTHING = new Entries(Map.of());

    private final Scorecards scorecards;
    private final EntryPages pages;
    private final Access access;

    EntryController(Scorecards scorecards, EntryPages pages, Access access) {
        this.scorecards = scorecards;
        this.pages = pages;
        this.access = access;
    }

    @Get("/facts")
    ModelAndView<Map<String, Object>> facts(Actor actor, Language language, Id id) {
        Scorecard card = open(actor, Permission.ENTER_FACTS, id);
        return new ModelAndView<>("pages/scorecard/facts", pages.selfAssessment(card, language, NOTHING, List.of()));
    }

    @Post("/facts")
    HttpResponse<?> enter(Actor actor, Language language, Id id, @Body Entries form) {
        Scorecard card = open(actor, Permission.ENTER_FACTS, id);
        try {
            scorecards.enter(id, pages.statements(card, form), actor);
            return back(id);
        } catch (ProblemException e) {
            Map<String, Object> model = pages.selfAssessment(card, language, form, faults(e));
            return refused("pages/scorecard/facts", model, "/facts", id);
        }
    }

    @Get("/verification")
    ModelAndView<Map<String, Object>> verification(Actor actor, Language language, Id id) {
        Scorecard card = open(actor, Permission.EVALUATE, id);
        return new ModelAndView<>(
                "pages/scorecard/verification", pages.verification(card, language, NOTHING, List.of()));
    }

    @Post("/verification")
    HttpResponse<?> find(Actor actor, Language language, Id id, @Body Entries form) {
        Scorecard card = open(actor, Permission.EVALUATE, id);
        try {
            EntryPages.Findings findings = pages.findings(card, form);
            scorecards.find(id, findings.statements(), findings.seen(), actor);
            return HttpResponse.seeOther(URI.create("/console/scorecards/" + id + "/verification"));
        } catch (ProblemException e) {
            Map<String, Object> model = pages.verification(card, language, form, faults(e));
            return refused("pages/scorecard/verification", model, "/verification", id);
        }
    }

    @Post("/sign")
    HttpResponse<?> sign(Actor actor, Id id) {
        open(actor, Permission.EVALUATE, id);
        scorecards.sign(id, actor);
        return back(id);
    }

    private Scorecard open(Actor actor, Permission permission, Id id) {
        Scorecard card = scorecards.get(id);
        access.require(actor, permission, card.organization());
        if (card.isSigned()) {
            throw ProblemException.of(Problem.SCORECARD_SIGNED);
        }
        return card;
    }

    /** What is wrong with the entries; any other problem goes on. */
    private static List<Fault> faults(ProblemException e) {
        if (e.problem() != Problem.INVALID_INPUT) {
            throw e;
        }
        return e.faults();
    }

    private static HttpResponse<?> refused(String view, Map<String, Object> model, String path, Id id) {
        Map<String, Object> shown = new HashMap<>(model);
        shown.put("self", "/console/scorecards/" + id + path);
        return HttpResponse.unprocessableEntity().body(new ModelAndView<>(view, shown));
    }

    private static HttpResponse<?> back(Id id) {
        return HttpResponse.seeOther(URI.create("/console/scorecards/" + id));
    }
}
