package org.zhisheng.server.account;

import io.micronaut.http.HttpRequest;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;

/** Signing in and out. */
@Hidden
@Controller
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookieConfig cookie;

    SignInController(Accounts accounts, Sessions sessions, SessionCookieConfig cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Get("/sign-in")
    ModelAndView<Map<String, Object>> show(@QueryValue(defaultValue = "") String next) {
        return page("", next, List.of());
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Entries form) {
        try {
            Token token = sessions.open(accounts.authenticate(form.text("userName"), form.raw("password")));
            return HttpResponse.seeOther(returnTo(form.text("next"))).cookie(cookie.write(request, token));
        } catch (ProblemException e) {
            Fault fault = Fault.of("", "problem." + e.problem().code() + ".do");
            return HttpResponse.status(HttpStatus.valueOf(e.problem().status()))
                    .body(page(form.text("userName"), form.text("next"), List.of(fault)));
        }
    }

    @Post("/sign-out")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        cookie.read(request).ifPresent(sessions::close);
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(cookie.erase(request));
    }

    /** The sign-in page; {@code isNew} while nobody has an account, so that only a code leads in. */
    ModelAndView<Map<String, Object>> page(String userName, String next, List<Fault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("self", "/sign-in");
        model.put("userName", userName);
        model.put("next", next);
        model.put("faults", faults);
        model.put("isNew", accounts.isEmpty());
        return new ModelAndView<>("pages/account/sign-in", model);
    }

    /** Only to a page of ours: a path, and not one that a browser would read as another host. */
    static URI returnTo(String next) {
        boolean isOurs = next.matches("/[A-Za-z0-9][A-Za-z0-9/_.~%?&=+-]*");
        return URI.create(isOurs ? next : "/console");
    }
}
