package org.zhisheng.server.account;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Pages;

/** The console's first page: where somebody holds which roles, and what to do there next. */
@Hidden
@Controller("/console")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {
    private final Organizations organizations;
    private final Access access;

    HomeController(Organizations organizations, Access access) {
        this.organizations = organizations;
        this.access = access;
    }

    @Get
    @View("pages/account/home")
    Map<String, Object> show(Actor actor) {
        Map<Id, TreeSet<Role>> roles = new LinkedHashMap<>();
        actor.grants()
                .forEach(g -> roles.computeIfAbsent(g.organization(), o -> new TreeSet<>())
                        .add(g.role()));
        List<Map<String, Object>> places = roles.entrySet().stream()
                .map(e -> Map.<String, Object>of(
                        "organization", organizations.get(e.getKey()),
                        "roles", e.getValue(),
                        "mayEditRounds", access.may(actor, Permission.EDIT_ROUNDS, e.getKey()),
                        "mayEdit", access.may(actor, Permission.EDIT_ORGANIZATIONS, e.getKey())))
                .toList();
        return Map.of("places", places);
    }
}
