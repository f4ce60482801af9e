package org.zhisheng.server.ticket;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.RoleConfig;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.IssuerCall;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Reconciliation;

/** What the collector on another host asks. Only who holds the shared secret is answered; no session counts here. */
@Hidden
@Controller("/issuer")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "zhisheng.role", value = RoleConfig.ISSUER)
final class CollectorController {
    private final LocalIssuer issuer;
    private final RoleConfig role;
    private final Json json;

    CollectorController(LocalIssuer issuer, RoleConfig role, Json json) {
        this.issuer = issuer;
        this.role = role;
        this.json = json;
    }

    @Post("/prepare")
    Admission prepare(
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Body IssuerCall.Prepare call) {
        require(authorization);
        return issuer.prepare(call.survey(), call.round(), call.frame());
    }

    @Post("/open")
    HttpResponse<?> open(
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Body IssuerCall.Open call) {
        require(authorization);
        byte[] manifest = Base64.getDecoder().decode(call.manifest());
        if (!HexFormat.of().formatHex(Digest.sha256(manifest)).equals(call.fingerprint())) {
            throw ProblemException.of(Problem.MALFORMED_REQUEST);
        }
        issuer.open(json.read(manifest, Manifest.class), call.fingerprint(), call.closes(), manifest);
        return HttpResponse.noContent();
    }

    @Post("/extend")
    HttpResponse<?> extend(
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Body IssuerCall.Move call) {
        require(authorization);
        issuer.extend(call.survey(), Objects.requireNonNull(call.closes(), "extend names the new closing time"));
        return HttpResponse.noContent();
    }

    @Post("/correct")
    HttpResponse<?> correct(
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Body IssuerCall.Correct call) {
        require(authorization);
        issuer.correct(call.survey(), call.stratum(), call.headcount());
        return HttpResponse.noContent();
    }

    @Post("/close")
    Reconciliation close(
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Body IssuerCall.Move call) {
        require(authorization);
        return issuer.close(call.survey());
    }

    @Post("/cancel")
    HttpResponse<?> cancel(
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Body IssuerCall.Move call) {
        require(authorization);
        issuer.cancel(call.survey());
        return HttpResponse.noContent();
    }

    /** Compared in constant time, so that nobody finds the secret letter by letter. */
    private void require(@Nullable String authorization) {
        byte[] expected = ("Bearer " + role.sharedToken().orElseThrow(() -> ProblemException.of(Problem.NOT_SIGNED_IN)))
                .getBytes(StandardCharsets.UTF_8);
        byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw ProblemException.of(Problem.NOT_SIGNED_IN);
        }
    }
}
