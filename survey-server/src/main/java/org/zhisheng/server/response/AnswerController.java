package org.zhisheng.server.response;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/**
 * Takes the worker's form, from the script and from the browser itself. Both may send it again and again: its id, or its
 * credential, is counted once.
 */
@Hidden
@Controller("/s/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AnswerController {
    private final Forms forms;
    private final Entrance entrance;
    private final Intake intake;
    private final PhonePages pages;
    private final Clock clock;

    AnswerController(Forms forms, Entrance entrance, Intake intake, PhonePages pages, Clock clock) {
        this.forms = forms;
        this.entrance = entrance;
        this.intake = intake;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The questions for a worker without script, with the credential that the issuer made in hidden fields. Nothing is
     * stored; a credential that is not right is refused here, before anything was filled in.
     */
    @Post("/open")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> open(HttpRequest<?> request, String code, @Body String body, Language language) {
        Form form = forms.find(code, null);
        Proof proof = Submission.read(body).proof();
        if (proof == null) {
            throw ProblemException.of(Problem.CREDENTIAL_REFUSED);
        }
        entrance.admit(form.survey().manifest(), proof);
        return form.isAnswerable(clock.instant())
                ? PhoneController.page(request, "questions", pages.blank(form, language, proof), HttpStatus.OK)
                : PhoneController.page(request, "shut", pages.shut(form, language), HttpStatus.OK);
    }

    /** Answers with a receipt or a problem document where the script asks, else with a page. */
    @Post("/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    HttpResponse<?> answer(HttpRequest<?> request, String code, @Body String body, Language language) {
        Submission sent = Submission.read(body);
        Form form = forms.find(code, sent.stratum());
        if (sent.show() != null) {
            return PhoneController.page(
                    request, "questions", pages.again(form, sent.show(), sent, List.of()), HttpStatus.OK);
        }
        if (request.accept().stream().anyMatch(type -> type.equals(MediaType.APPLICATION_JSON_TYPE))) {
            Receipt receipt = intake.take(form, sent.proof(), sent.entries());
            return marked(form, HttpResponse.ok(receipt).contentType(MediaType.APPLICATION_JSON_TYPE));
        }
        try {
            intake.take(form, sent.proof(), sent.entries());
            URI thanks = URI.create(form.home() + "/thanks?lang=" + language.tag());
            return marked(form, HttpResponse.seeOther(thanks));
        } catch (ProblemException e) {
            return refused(request, form, language, sent, e);
        }
    }

    /** Whoever has a credential needs no reminder that this phone has answered. */
    private static HttpResponse<?> marked(Form form, MutableHttpResponse<?> response) {
        return form.survey().manifest().mode().isAdmitting()
                ? response
                : response.header("Set-Cookie", AnsweredCookieConfig.of(form.survey()));
    }

    private HttpResponse<?> refused(
            HttpRequest<?> request, Form form, Language language, Submission sent, ProblemException e) {
        HttpStatus status = HttpStatus.valueOf(e.problem().status());
        return switch (e.problem()) {
            case INVALID_INPUT ->
                PhoneController.page(request, "questions", pages.again(form, language, sent, e.faults()), status);
            case TOO_MANY_REQUESTS -> {
                List<Fault> busy = List.of(Fault.of(Intake.TAG, "problem." + Problem.TOO_MANY_REQUESTS.code() + ".do"));
                yield PhoneController.page(request, "questions", pages.again(form, language, sent, busy), status);
            }
            case SURVEY_NOT_OPEN, SURVEY_CLOSED ->
                PhoneController.page(request, "shut", pages.shut(form, language), status);
            default -> throw e;
        };
    }
}
