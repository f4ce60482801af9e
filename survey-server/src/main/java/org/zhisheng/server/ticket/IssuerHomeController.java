package org.zhisheng.server.ticket;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.platform.RoleConfig;

/** The console's home on an issuer: it has no surveys to show, only cards. */
@Hidden
@Controller("/console")
@Produces(Pages.HTML)
@Requires(property = "zhisheng.role", value = RoleConfig.ISSUER)
final class IssuerHomeController {
    @Get
    HttpResponse<?> home(Actor actor) {
        return HttpResponse.seeOther(URI.create("/console/cards"));
    }
}
