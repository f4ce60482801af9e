package org.zhisheng.server.response;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Stratum;

/** What a survey asks, for clients other than our page; they send answers to {@link CastController}. No sign-in. */
@Tag(name = "answering")
@Controller("/api/surveys/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DescriptionController {
    private final Forms forms;
    private final Clock clock;

    DescriptionController(Forms forms, Clock clock) {
        this.forms = forms;
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
                form.items(),
                CastLength.of(survey.manifest()));
    }

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
     * @param castLength length in bytes to which every cast is padded
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
            List<Item> items,
            int castLength) {}
}
