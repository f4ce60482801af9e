package org.zhisheng.server.scorecard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
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

/** League tables and roll-ups of a county, city, province or industry, as a page and as CSV, and their targets. */
@Hidden
@Controller("/console/league")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeagueController {
    private final LeaguePages pages;
    private final LeagueTargets targets;
    private final Access access;

    LeagueController(LeaguePages pages, LeagueTargets targets, Access access) {
        this.pages = pages;
        this.targets = targets;
        this.access = access;
    }

    /** What is compared stands in the address, so that it can be shared: organization, scheme, year, level. */
    @Get
    ModelAndView<Map<String, Object>> page(Actor actor, Language language, HttpRequest<?> request) {
        return new ModelAndView<>("pages/scorecard/league", pages.page(actor, language, entries(request), List.of()));
    }

    @Get("/league.csv")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> csv(Actor actor, Language language, HttpRequest<?> request) {
        byte[] text = pages.csv(actor, language, entries(request)).getBytes(StandardCharsets.UTF_8);
        return HttpResponse.ok(text)
                .contentType(MediaType.of("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"zhisheng-league.csv\"");
    }

    /** Sets an organization's own targets, from a year on. */
    @Post("/targets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> set(Actor actor, Language language, @Body Entries form) {
        Id at = form.id("organization").orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        access.require(actor, Permission.EDIT_SCHEMES, at);
        try {
            if (!form.text("year").matches("20\\d\\d")) {
                throw ProblemException.invalid(Fault.of("", "scorecard.league.fault.year"));
            }
            targets.set(at, Integer.parseInt(form.text("year")), form, actor.name());
        } catch (ProblemException e) {
            if (e.problem() != Problem.INVALID_INPUT) {
                throw e;
            }
            Map<String, Object> model = new HashMap<>(pages.page(actor, language, form, e.faults()));
            model.put("self", "/console/league");
            return HttpResponse.unprocessableEntity().body(new ModelAndView<>("pages/scorecard/league", model));
        }
        return HttpResponse.seeOther(UriBuilder.of("/console/league")
                .queryParam("organization", at.toString())
                .queryParam("scheme", form.text("scheme"))
                .queryParam("year", form.text("year"))
                .queryParam("level", form.text("level"))
                .build());
    }

    private static Entries entries(HttpRequest<?> request) {
        Map<String, Object> values = new HashMap<>();
        request.getParameters().forEach((name, all) -> values.put(name, all));
        return new Entries(values);
    }
}
