package org.zhisheng.server.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationFacts;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;

/**
 * From a one-time code to an account. The code travels in bodies only: the script takes it from behind the {@code #}, or
 * it is typed.
 */
@Hidden
@Controller("/sign-in")
@Produces(Pages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class JoinController {
    private final Codes codes;
    private final Joining joining;
    private final Accounts accounts;
    private final Organizations organizations;
    private final SignInController signIn;
    private final SessionCookieConfig cookie;

    JoinController(
            Codes codes,
            Joining joining,
            Accounts accounts,
            Organizations organizations,
            SignInController signIn,
            SessionCookieConfig cookie) {
        this.codes = codes;
        this.joining = joining;
        this.accounts = accounts;
        this.organizations = organizations;
        this.signIn = signIn;
        this.cookie = cookie;
    }

    /** What was typed into the page of a new account; shown again when something is wrong, without the password. */
    @Introspected
    record Typed(String userName, String displayName, String root, OrganizationKind kind, String name) {
        static final Typed NOTHING = new Typed("", "", "", OrganizationKind.CITY, "");

        static Typed of(Entries form) {
            return new Typed(
                    form.text("userName"),
                    form.text("displayName"),
                    form.text("root"),
                    form.choice(OrganizationKind.class, "kind").orElse(OrganizationKind.CITY),
                    form.text("name"));
        }

        OrganizationFacts facts() {
            return new OrganizationFacts(kind, name, null, null, null);
        }
    }

    /** A reader who changed the language or reloaded comes here; the code is behind the {@code #} again. */
    @Get(uris = {"/code", "/account"})
    HttpResponse<?> back() {
        return HttpResponse.seeOther(URI.create("/sign-in"));
    }

    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(@Body Entries form) {
        OneTimeCode code = OneTimeCode.typed(form.text("code"));
        return codes.find(code)
                .<HttpResponse<?>>map(offer -> HttpResponse.ok(page(code, offer, Typed.NOTHING, List.of())))
                .orElseGet(this::notValid);
    }

    @Post("/account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> join(HttpRequest<?> request, @Body Entries form) {
        OneTimeCode code = OneTimeCode.typed(form.text("code"));
        Optional<Codes.Offer> offer = codes.find(code);
        if (offer.isEmpty()) {
            return notValid();
        }
        Typed typed = Typed.of(form);
        Person person = new Person(typed.userName(), typed.displayName(), form.raw("password"));
        List<Fault> faults = faults(offer.get(), typed, person);
        if (!faults.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(page(code, offer.get(), typed, faults));
        }
        Token token = joining.join(code, person, () -> root(typed));
        return HttpResponse.seeOther(URI.create("/console")).cookie(cookie.write(request, token));
    }

    private List<Fault> faults(Codes.Offer offer, Typed typed, Person person) {
        boolean namesRoot = offer.role() == null && typed.root().isEmpty();
        return Stream.concat(
                        namesRoot ? typed.facts().faults().stream() : Stream.empty(), accounts.faults(person).stream())
                .toList();
    }

    /** The root that was picked, else the one that was named. */
    private Id root(Typed typed) {
        if (typed.root().isEmpty()) {
            return organizations.addRoot(typed.facts()).id();
        }
        return Id.parse(typed.root())
                .map(organizations::get)
                .filter(root -> root.parent() == null)
                .map(Organization::id)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /** Roots of a prepared tree. An enterprise at the root is the sample of a fresh installation, which nobody administers. */
    private List<Organization> prepared() {
        return organizations.tree().roots().stream()
                .filter(root -> root.kind() != OrganizationKind.ENTERPRISE)
                .toList();
    }

    private HttpResponse<?> notValid() {
        Fault fault = Fault.of("code", "problem.code-not-valid.do");
        return HttpResponse.unprocessableEntity().body(signIn.page("", "", List.of(fault)));
    }

    private ModelAndView<Map<String, Object>> page(
            OneTimeCode code, Codes.Offer offer, Typed typed, List<Fault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("self", "/sign-in");
        model.put("code", code.grouped());
        model.put("form", typed);
        model.put("faults", faults);
        if (offer.role() == null) {
            model.put("isFirst", true);
            model.put("roots", prepared());
            model.put("kinds", List.of(OrganizationKind.values()));
        } else {
            model.put("role", offer.role());
            Optional.ofNullable(offer.organization())
                    .flatMap(organizations::find)
                    .ifPresent(o -> model.put("organization", o.name()));
        }
        return new ModelAndView<>("pages/account/join", model);
    }
}
