package org.zhisheng.server.ticket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.ContentSecurity;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.platform.Pages;

/** Where workers exchange the ticket of their card for a credential. Nothing is asked by GET, so that no preview uses one. */
@Controller("/issue")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IssueController {
    private final Issuance issuance;
    private final Messages messages;

    IssueController(Issuance issuance, Messages messages) {
        this.issuance = issuance;
        this.messages = messages;
    }

    /**
     * What a phone sends.
     *
     * @param survey short code of the survey
     * @param ticket the card's ticket for it, 64 hexadecimal digits
     * @param key id of the key of the stratum that the card names; where it is not the ticket's, nothing is used
     * @param blinded the blinded message, in hexadecimal digits as long as the key's modulus
     */
    @Serdeable
    record Request(
            @Nullable String survey,
            @Nullable String ticket,
            @Nullable String key,
            @Nullable String blinded) {}

    /**
     * What it gets.
     *
     * @param signature the blind signature in hexadecimal digits
     */
    @Serdeable
    record Signed(String signature) {}

    @Operation(
            summary = "Signs a blinded message for an unused ticket, or again for the one it was signed for (RFC 9474)")
    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Signed issue(@Body Request request) {
        byte[] signature = issuance.issue(
                given(request.survey()), given(request.ticket()), request.key(), given(request.blinded()));
        return new Signed(HexFormat.of().formatHex(signature));
    }

    /** Browsers ask before a page of another origin sends JSON; the filter says whether it may. */
    @Hidden
    @Options
    HttpResponse<?> options() {
        return HttpResponse.noContent();
    }

    /** Where the card's code is typed. */
    @Hidden
    @Get("/form")
    @Produces(Pages.HTML)
    ModelAndView<Map<String, Object>> form(Language language, @QueryValue @Nullable String survey) {
        return new ModelAndView<>("pages/ticket/code", Map.of("survey", given(survey), "fault", ""));
    }

    /** Answers with one button, which carries the credential to the collector. */
    @Hidden
    @Post("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.HTML)
    HttpResponse<?> exchange(HttpRequest<?> request, Language language, @Body Entries form) {
        AdmittedStore.Row survey = issuance.open(form.text("survey"));
        try {
            CardSecret secret = CardSecret.parsePrinted(form.text("code"))
                    .orElseThrow(() -> ProblemException.invalid(Fault.of("code", "ticket.form.code-wrong")));
            Issuance.Credential credential = issuance.withoutScript(survey, secret);
            String address = given(survey.address());
            ContentSecurity.allowForm(request, address);
            return HttpResponse.ok(new ModelAndView<>(
                    "pages/ticket/credential",
                    Map.of(
                            "action", address + "/s/" + survey.code() + "/open",
                            "self", "/issue/form",
                            "key", credential.keyId(),
                            "message", HexFormat.of().formatHex(credential.message()),
                            "signature", HexFormat.of().formatHex(credential.signature()))));
        } catch (ProblemException e) {
            return again(language, survey, e);
        }
    }

    /** What a typing mistake leads to is told where it can be mended; the code is not repeated. */
    private HttpResponse<?> again(Language language, AdmittedStore.Row survey, ProblemException e) {
        String said = switch (e.problem()) {
            case INVALID_INPUT -> messages.say(language, "ticket.form.code-wrong");
            case TICKET_UNKNOWN, TICKET_USED ->
                messages.say(language, "problem." + e.problem().code()) + " "
                        + messages.say(language, "problem." + e.problem().code() + ".do");
            default -> throw e;
        };
        Map<String, Object> model = new HashMap<>();
        model.put("survey", given(survey.code()));
        model.put("self", "/issue/form");
        model.put("fault", said);
        return HttpResponse.status(HttpStatus.valueOf(e.problem().status()))
                .body(new ModelAndView<>("pages/ticket/code", model));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
