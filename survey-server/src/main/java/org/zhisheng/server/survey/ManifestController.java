package org.zhisheng.server.survey;

import io.micronaut.context.annotation.Requires;
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
import org.zhisheng.server.platform.RoleConfig;

/** Manifests for whoever wants to check that a survey is the one that was launched. */
@Controller("/api/surveys")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "zhisheng.role", notEquals = RoleConfig.ISSUER)
final class ManifestController {
    private final Surveys surveys;

    ManifestController(Surveys surveys) {
        this.surveys = surveys;
    }

    /** The body is byte for byte what was signed: {@code sha256sum} of it is the fingerprint on the poster. */
    @Get("/{code}/manifest")
    @Operation(
            summary = "The manifest of a launched survey, byte for byte as it was signed",
            description = "The header " + Seal.FINGERPRINT_HEADER + " is the SHA-256 of the body, "
                    + Seal.SIGNATURE_HEADER + " its Ed25519 signature (Base64), " + Seal.SIGNER_HEADER
                    + " the public key (X.509, Base64) that verifies it.")
    @ApiResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Manifest.class)))
    @ApiResponse(responseCode = "404", description = "No launched survey has this code")
    HttpResponse<byte[]> manifest(String code) {
        Fielded survey = surveys.byCode(code);
        return HttpResponse.ok(surveys.manifestBytes(survey.id()))
                .header(Seal.FINGERPRINT_HEADER, survey.fingerprint())
                .header(Seal.SIGNATURE_HEADER, survey.signature())
                .header(Seal.SIGNER_HEADER, survey.signer());
    }
}
