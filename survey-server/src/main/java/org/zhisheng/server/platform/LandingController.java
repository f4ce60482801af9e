package org.zhisheng.server.platform;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The first page: where a worker and where somebody of a union goes from here. */
@Hidden
@Produces(Pages.HTML)
@Controller
final class LandingController {
    private final InstallationConfig installation;

    LandingController(InstallationConfig installation) {
        this.installation = installation;
    }

    @Get
    @View("pages/platform/landing")
    Map<String, Object> show() {
        return Map.of("demo", installation.demo());
    }
}
