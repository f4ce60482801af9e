package org.zhisheng.server.bulletin;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Surveys;

/** What is published of a closed survey, for programs: the same bytes that were signed. */
@Controller("/s/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublicationController {
    private final Surveys surveys;
    private final Publications publications;
    private final Results results;

    PublicationController(Surveys surveys, Publications publications, Results results) {
        this.surveys = surveys;
        this.publications = publications;
        this.results = results;
    }

    @Get("/publication")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tags, counts and fingerprints of a closed survey, byte for byte as they were signed",
            description = "The header " + Seal.FINGERPRINT_HEADER + " is the SHA-256 of the body, "
                    + Seal.SIGNATURE_HEADER + " its Ed25519 signature (Base64), " + Seal.SIGNER_HEADER
                    + " the public key (X.509, Base64) that verifies it: the one of the survey's manifest.")
    @ApiResponse(
            responseCode = "200",
            description = "The publication",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Publication.class)))
    @ApiResponse(responseCode = "404", description = "No closed survey has this code")
    HttpResponse<byte[]> publication(String code) {
        Published published =
                publications.find(surveys.byCode(code).id()).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return HttpResponse.ok(published.bytes())
                .header(Seal.FINGERPRINT_HEADER, published.seal().fingerprint())
                .header(Seal.SIGNATURE_HEADER, published.seal().signature())
                .header(Seal.SIGNER_HEADER, published.seal().signer());
    }

    /** {@code sha256sum} of the body is the publication's {@code release}. */
    @Get("/release")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The released tables of a closed survey as text, a figure a line",
            description = "The SHA-256 of the body is the release's fingerprint, which the publication names.")
    @ApiResponse(responseCode = "200", description = "The release, separated by tabs, in UTF-8")
    @ApiResponse(responseCode = "404", description = "No closed survey has this code")
    HttpResponse<byte[]> release(String code) {
        Fielded survey = surveys.byCode(code);
        String text = results.storedText(survey.id()).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return HttpResponse.ok(text.getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.of("text/plain;charset=UTF-8"));
    }
}
