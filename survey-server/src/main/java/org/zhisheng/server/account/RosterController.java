package org.zhisheng.server.account;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.platform.PublicScheme;

/** Giving roles by one-time codes and taking them. */
@Hidden
@Controller("/console/accounts")
@Produces(Pages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RosterController {
    private static final int LONGEST_NOTE = 50;

    private final Roster roster;
    private final AccountPage page;
    private final Organizations organizations;
    private final PublicScheme scheme;

    RosterController(Roster roster, AccountPage page, Organizations organizations, PublicScheme scheme) {
        this.roster = roster;
        this.page = page;
        this.organizations = organizations;
        this.scheme = scheme;
    }

    /** The code is on this one response and nowhere else, so that it is not redirected to. */
    @Post("/invitations")
    HttpResponse<?> invite(HttpRequest<?> request, Actor actor, @Body Entries form) {
        Optional<Role> role = form.choice(Role.class, "role");
        Optional<Id> organization = form.id("organization");
        String note = form.text("note");
        if (role.isEmpty() || organization.isEmpty() || note.length() > LONGEST_NOTE) {
            Fault fault = Fault.of("note", "account.fault.invitation", LONGEST_NOTE);
            return HttpResponse.unprocessableEntity()
                    .body(AccountController.view(page.of(actor, "", List.of(fault), Map.of("note", note))));
        }
        OneTimeCode code = roster.invite(actor, role.get(), organization.get(), note);
        Map<String, Object> model = new HashMap<>();
        model.put("self", "/console/accounts");
        model.put("code", code.grouped());
        model.put("link", address(request) + "/sign-in#" + code.grouped());
        model.put("role", role.get());
        model.put("organization", organizations.get(organization.get()).name());
        model.put("note", note);
        model.put("days", Codes.INVITATION_LASTS.toDays());
        return HttpResponse.ok(new ModelAndView<>("pages/account/invited", model));
    }

    @Post("/invitations/cancel")
    HttpResponse<?> cancel(Actor actor, @Body Entries form) {
        roster.cancel(actor, form.text("key"));
        return AccountController.done("cancelled");
    }

    @Post("/grants/remove")
    HttpResponse<?> remove(Actor actor, @Body Entries form) {
        roster.remove(actor, form.id("key").orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND)));
        return AccountController.done("removed");
    }

    /** The address by which the administrator reached this page leads the colleague to it as well. */
    private String address(HttpRequest<?> request) {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return (scheme.isHttps(request) ? "https://" : "http://") + host;
    }
}
