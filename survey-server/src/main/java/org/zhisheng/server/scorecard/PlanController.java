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
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;

/** The self-improvement plan that follows from a scorecard. */
@Hidden
@Controller("/console/scorecards/{id}/plan")
@Produces(Pages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {
    private final Scorecards scorecards;
    private final ImprovementPlans plans;
    private final Access access;

    PlanController(Scorecards scorecards, ImprovementPlans plans, Access access) {
        this.scorecards = scorecards;
        this.plans = plans;
        this.access = access;
    }

    @Get
    ModelAndView<Map<String, Object>> show(Actor actor, Language language, Id id) {
        Scorecard card = require(actor, Permission.SEE_SCORECARDS, id);
        return page(actor, card, language, Map.of("faults", List.of(), "form", new Entries(Map.of()).values()));
    }

    @Post
    HttpResponse<?> add(Actor actor, Language language, Id id, @Body Entries form) {
        Scorecard card = require(actor, Permission.ENTER_FACTS, id);
        try {
            plans.add(card, form);
            return back(id);
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID_INPUT) {
                throw e;
            }
            return HttpResponse.unprocessableEntity()
                    .body(page(actor, card, language, Map.of("faults", e.faults(), "form", form.values())));
        }
    }

    @Post("/remove")
    HttpResponse<?> remove(Actor actor, Id id, @Body Entries form) {
        Scorecard card = require(actor, Permission.ENTER_FACTS, id);
        plans.remove(card, form.id("step").orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND)));
        return back(id);
    }

    private Scorecard require(Actor actor, Permission permission, Id id) {
        Scorecard card = scorecards.get(id);
        access.require(actor, permission, card.organization());
        return card;
    }

    private ModelAndView<Map<String, Object>> page(
            Actor actor, Scorecard card, Language language, Map<String, Object> shown) {
        Map<String, Object> model = new HashMap<>(plans.page(card, language));
        model.put("self", "/console/scorecards/" + card.id() + "/plan");
        model.put("mayPlan", access.may(actor, Permission.ENTER_FACTS, card.organization()));
        model.putAll(shown);
        return new ModelAndView<>("pages/scorecard/plan", model);
    }

    private static HttpResponse<?> back(Id id) {
        return HttpResponse.seeOther(URI.create("/console/scorecards/" + id + "/plan"));
    }
}
