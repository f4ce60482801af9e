package org.zhisheng.server.response;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** Takes casts from scripts and programs. No sign-in, no cookie, and nothing in the answer by which it could be found. */
@Tag(name = "answering")
@Controller("/cast")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CastController {
    private final Forms forms;
    private final Intake intake;

    CastController(Forms forms, Intake intake) {
        this.forms = forms;
        this.intake = intake;
    }

    /**
     * Counts answers, once for each credential or id: send the same document again until a receipt comes. Nothing about the
     * sender is kept. All casts of a survey have the same length on the wire; how long, the survey's description says.
     *
     * @param request the request, for its length
     * @param cast the cast
     * @return the receipt; the same whether it was the first time or not, but for {@code before}
     */
    @Post
    @ApiResponse(responseCode = "403", description = "The credential is not right (application/problem+json).")
    @ApiResponse(responseCode = "409", description = "The survey is not open yet (application/problem+json).")
    @ApiResponse(responseCode = "410", description = "The survey is over (application/problem+json).")
    @ApiResponse(
            responseCode = "422",
            description = "The length is wrong, or some entries are: \"faults\" says which and what to do"
                    + " (application/problem+json).")
    Receipt cast(HttpRequest<?> request, @Body Document cast) {
        Form form = forms.find(cast.survey(), cast.stratum());
        if (request.getContentLength() != CastLength.of(form.survey().manifest())) {
            throw ProblemException.of(Problem.CAST_LENGTH);
        }
        return intake.take(form, cast.proof(), cast.answers());
    }

    /**
     * A cast as a client sends it: with a credential where the survey's manifest has an {@code admission}, else with an id.
     *
     * @param survey short code of the survey
     * @param key id of the key that signed the credential
     * @param message the credential's message, hexadecimal
     * @param signature the credential's signature, hexadecimal
     * @param id random 128-bit id made by the client, 32 hexadecimal digits; keep it until the receipt has come
     * @param stratum code of the worker's stratum where there is no credential and the client knows it; leave it out to
     *     answer the item {@code STRATUM} or not to say
     * @param answers by item code: option codes, a ranking in its order, or one text
     * @param padding anything that makes the document as long as every cast of the survey is
     */
    @Serdeable
    record Document(
            String survey,
            @Nullable String key,
            @Nullable String message,
            @Nullable String signature,
            @Nullable Id id,
            @Nullable String stratum,
            Map<String, List<String>> answers,
            @Nullable String padding) {
        @Nullable Proof proof() {
            if (key != null && message != null && signature != null) {
                return new Proof.Credential(key, message, signature);
            }
            return id == null ? null : new Proof.Random(id);
        }

        Document padded(String with) {
            return new Document(survey, key, message, signature, id, stratum, answers, with);
        }

        @Override
        public String toString() {
            return "Cast[redacted]";
        }
    }
}
