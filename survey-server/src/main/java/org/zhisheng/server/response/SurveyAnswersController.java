package org.zhisheng.server.response;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Stratum;

/** Answering for clients other than our page: what is asked, and sending what was answered. No sign-in, no cookie. */
@Tag(name = "answering")
@Controller("/api/surveys/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SurveyAnswersController {
    private final Forms forms;
    private final Intake intake;
    private final Clock clock;

    SurveyAnswersController(Forms forms, Intake intake, Clock clock) {
        this.forms = forms;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * What a survey asks.
     *
     * @param code the survey's short code
     * @return the survey with its items, everything filled in
     */
    @Get
    @ApiResponse(responseCode = "404", description = "There is no such survey (application/problem+json).")
    Described describe(String code) {
        Form form = forms.find(code, null);
        Fielded survey = form.survey();
        return new Described(
                survey.manifest().code(),
                survey.manifest().title(),
                survey.manifest().organizationName(),
                survey.fingerprint(),
                survey.manifest().opens(),
                survey.closes(),
                survey.isOpen(clock.instant()),
                survey.manifest().frame().strata(),
                form.items());
    }

    /**
     * Counts answers, once for each id: send the same document again until a receipt comes. Nothing about the sender is
     * kept.
     *
     * @param request the request, for its length
     * @param code the survey's short code
     * @param answers the answers
     * @return the receipt; the same whether it was the first time or not, but for {@code before}
     */
    @Post("/answers")
    @ApiResponse(responseCode = "409", description = "The survey is not open yet (application/problem+json).")
    @ApiResponse(responseCode = "410", description = "The survey is over (application/problem+json).")
    @ApiResponse(
            responseCode = "422",
            description = "Some entries are wrong: \"faults\" says which and what to do (application/problem+json).")
    Receipt answer(HttpRequest<?> request, String code, @Body Answers answers) {
        if (request.getContentLength() > Submission.MAX_BYTES) {
            throw ProblemException.of(Problem.TOO_LARGE);
        }
        Form form = forms.find(code, answers.stratum());
        return Receipt.of(intake.take(form, answers.id(), answers.answers()));
    }

    /**
     * Answers as a client sends them.
     *
     * @param id random 128-bit id made by the client, 32 hexadecimal digits; keep it until the receipt has come
     * @param stratum code of the worker's stratum where the client knows it; leave it out to answer the item
     *     {@code STRATUM} or not to say
     * @param answers by item code: option codes, a ranking in its order, or one text
     */
    @Serdeable
    record Answers(Id id, @Nullable String stratum, Map<String, List<String>> answers) {}

    /**
     * What a survey asks.
     *
     * @param code its short code
     * @param title its title
     * @param organization the union organization that asks
     * @param fingerprint SHA-256 of the signed manifest, hexadecimal
     * @param opens first moment at which answers are taken
     * @param closes first moment at which they no longer are
     * @param open whether they are taken now
     * @param strata the strata with headcounts
     * @param items the items in order; {@code STRATUM} is asked of whom the stratum is not known
     */
    @Serdeable
    record Described(
            String code,
            Text title,
            String organization,
            String fingerprint,
            Instant opens,
            Instant closes,
            boolean open,
            List<Stratum> strata,
            List<Item> items) {}
}
