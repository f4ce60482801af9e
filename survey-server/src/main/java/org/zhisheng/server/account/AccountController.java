package org.zhisheng.server.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;

/** One's own account: name, password, and taking up a further role by code. */
@Hidden
@Controller("/console/accounts")
@Produces(Pages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Joining joining;
    private final AccountPage page;
    private final SessionCookieConfig cookie;

    AccountController(
            Accounts accounts, Sessions sessions, Joining joining, AccountPage page, SessionCookieConfig cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.joining = joining;
        this.page = page;
        this.cookie = cookie;
    }

    @Get
    ModelAndView<Map<String, Object>> show(Actor actor, @QueryValue(defaultValue = "") String done) {
        return view(page.of(actor, done, List.of(), Map.of()));
    }

    @Post("/name")
    HttpResponse<?> rename(Actor actor, @Body Entries form) {
        String name = form.text("displayName");
        try {
            accounts.rename(actor.account(), name);
            return done("name");
        } catch (ProblemException e) {
            return again(actor, e, Map.of("displayName", name));
        }
    }

    /** Every session of the account ends; the one in hand is replaced. */
    @Post("/password")
    HttpResponse<?> changePassword(HttpRequest<?> request, Actor actor, @Body Entries form) {
        try {
            accounts.changePassword(actor.account(), form.raw("current"), form.raw("password"));
        } catch (ProblemException e) {
            return again(actor, e, Map.of());
        }
        sessions.closeAll(actor.account());
        return done("password").cookie(cookie.write(request, sessions.open(actor.account())));
    }

    @Post("/code")
    HttpResponse<?> accept(Actor actor, @Body Entries form) {
        try {
            joining.accept(OneTimeCode.typed(form.text("code")), actor);
            return done("code");
        } catch (ProblemException e) {
            Fault fault = Fault.of("code", "problem." + e.problem().code() + ".do");
            return again(actor, ProblemException.invalid(fault), Map.of("code", form.text("code")));
        }
    }

    private HttpResponse<?> again(Actor actor, ProblemException e, Map<String, Object> typed) {
        return HttpResponse.status(HttpStatus.valueOf(e.problem().status()))
                .body(view(page.of(actor, "", e.faults(), typed)));
    }

    static ModelAndView<Map<String, Object>> view(Map<String, Object> model) {
        return new ModelAndView<>("pages/account/accounts", model);
    }

    static MutableHttpResponse<?> done(String what) {
        return HttpResponse.seeOther(URI.create("/console/accounts?done=" + what));
    }
}
