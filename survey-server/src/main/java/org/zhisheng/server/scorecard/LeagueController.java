package org.zhisheng.server.scorecard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;

/** League tables and roll-ups of a county, city, province or industry, as a page and as CSV. */
@Hidden
@Controller("/console/league")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeagueController {
    private final LeaguePages pages;

    LeagueController(LeaguePages pages) {
        this.pages = pages;
    }

    /** What is compared stands in the address, so that it can be shared: organization, scheme, year, targets. */
    @Get
    ModelAndView<Map<String, Object>> page(Actor actor, Language language, HttpRequest<?> request) {
        return new ModelAndView<>("pages/scorecard/league", pages.page(actor, language, entries(request)));
    }

    @Get("/league.csv")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> csv(Actor actor, Language language, HttpRequest<?> request) {
        byte[] text = pages.csv(actor, language, entries(request)).getBytes(StandardCharsets.UTF_8);
        return HttpResponse.ok(text)
                .contentType(MediaType.of("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"zhisheng-league.csv\"");
    }

    private static Entries entries(HttpRequest<?> request) {
        Map<String, Object> values = new HashMap<>();
        request.getParameters().forEach((name, all) -> values.put(name, all));
        return new Entries(values);
    }
}
