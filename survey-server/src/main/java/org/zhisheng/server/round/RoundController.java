package org.zhisheng.server.round;

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
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.zhisheng.server.platform.RoleConfig;

/** Pages on which officers set up and change rounds. The page of a round itself stands in {@code survey}: it lists surveys. */
@Hidden
@Controller("/console/rounds")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "zhisheng.role", notEquals = RoleConfig.ISSUER)
final class RoundController {
    private final Rounds rounds;
    private final RoundPages pages;
    private final Access access;
    private final SecureRandom random;

    RoundController(Rounds rounds, RoundPages pages, Access access, SecureRandom random) {
        this.rounds = rounds;
        this.pages = pages;
        this.access = access;
        this.random = random;
    }

    @Get("/new")
    ModelAndView<Map<String, Object>> fresh(Actor actor, Language language, @QueryValue @Nullable Id organization) {
        return page(pages.fresh(actor, language, organization));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(Actor actor, Language language, @Body Map<String, Object> body) {
        RoundForm form = RoundForm.of(new Entries(body));
        Id organization = Id.parse(form.organization()).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        access.require(actor, Permission.EDIT_ROUNDS, organization);
        try {
            Round round = rounds.add(form.read(Id.random(random), organization));
            return HttpResponse.seeOther(URI.create("/console/surveys/new?round=" + round.id()));
        } catch (ProblemException e) {
            return refused(pages.form(actor, language, null, form, faults(e)));
        }
    }

    @Get("/{id}/edit")
    ModelAndView<Map<String, Object>> edit(Actor actor, Language language, Id id) {
        Round round = rounds.get(id);
        access.require(actor, Permission.EDIT_ROUNDS, round.organization());
        return page(pages.form(actor, language, round, RoundForm.of(round), List.of()));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Actor actor, Language language, Id id, @Body Map<String, Object> body) {
        Round round = rounds.get(id);
        access.require(actor, Permission.EDIT_ROUNDS, round.organization());
        RoundForm form = RoundForm.of(new Entries(body));
        try {
            rounds.change(form.read(id, round.organization()));
            return HttpResponse.seeOther(URI.create("/console/rounds/" + id));
        } catch (ProblemException e) {
            return refused(pages.form(actor, language, round, form, faults(e)));
        }
    }

    /** What is wrong with the entries; any other problem goes on. */
    private static List<Fault> faults(ProblemException e) {
        if (e.problem() != Problem.INVALID_INPUT) {
            throw e;
        }
        return e.faults();
    }

    private static ModelAndView<Map<String, Object>> page(Map<String, Object> model) {
        return new ModelAndView<>("pages/round/form", model);
    }

    private static HttpResponse<?> refused(Map<String, Object> model) {
        return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY).body(page(model));
    }
}
