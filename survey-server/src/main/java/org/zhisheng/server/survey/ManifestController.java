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
    /** Header with the SHA-256 of the body in hexadecimal. */
    static final String FINGERPRINT = "Zhisheng-Fingerprint";

    /** Header with the Ed25519 signature of the body in Base64. */
    static final String SIGNATURE = "Zhisheng-Signature";

    /** Header with the public key (X.509) that verifies the signature, in Base64. */
    static final String PUBLIC_KEY = "Zhisheng-Public-Key";

    private final Surveys surveys;

    ManifestController(Surveys surveys) {
        this.surveys = surveys;
    }

    /** The body is byte for byte what was signed: {@code sha256sum} of it is the fingerprint on the poster. */
    @Get("/{code}/manifest")
    @Operation(
            summary = "The manifest of a launched survey, byte for byte as it was signed",
            description = "The header " + FINGERPRINT + " is the SHA-256 of the body, " + SIGNATURE
                    + " its Ed25519 signature (Base64), " + PUBLIC_KEY
                    + " the public key (X.509, Base64) that verifies it.")
    @ApiResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Manifest.class)))
    @ApiResponse(responseCode = "404", description = "No launched survey has this code")
    HttpResponse<byte[]> manifest(String code) {
        Fielded survey = surveys.byCode(code);
        return HttpResponse.ok(surveys.manifestBytes(survey.id()))
                .header(FINGERPRINT, survey.fingerprint())
                .header(SIGNATURE, survey.signature())
                .header(PUBLIC_KEY, survey.signer());
    }
}
