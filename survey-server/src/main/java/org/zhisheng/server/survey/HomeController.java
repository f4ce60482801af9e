package org.zhisheng.server.survey;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.platform.RoleConfig;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;

/** The console's home, and the page of a round: both list surveys. */
@Hidden
@Controller("/console")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "zhisheng.role", notEquals = RoleConfig.ISSUER)
final class HomeController {
    private final Rounds rounds;
    private final HomePages pages;
    private final Access access;

    HomeController(Rounds rounds, HomePages pages, Access access) {
        this.rounds = rounds;
        this.pages = pages;
        this.access = access;
    }

    @Get
    ModelAndView<Map<String, Object>> home(Actor actor, Language language) {
        return new ModelAndView<>("pages/survey/home", pages.home(actor, language));
    }

    @Get("/rounds/{id}")
    ModelAndView<Map<String, Object>> round(Actor actor, Language language, Id id) {
        Round round = rounds.get(id);
        access.require(actor, Permission.SEE_ROUNDS, round.organization());
        return new ModelAndView<>("pages/round/round", pages.round(actor, round, language));
    }
}
