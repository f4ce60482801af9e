package org.zhisheng.server.survey;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.RoleConfig;

/**
 * The issuer on another host. Calls carry a secret that both hosts were given. Nothing of an answer is ever among them, and
 * nothing is asked while somebody answers: only at launch, extension and close.
 */
@Singleton
@Requires(property = "zhisheng.role", value = RoleConfig.COLLECTOR)
final class IssuerClient implements Issuer {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerClient.class);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);

    /** Making the keys of a hundred strata takes most of a minute. */
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    private final RoleConfig role;
    private final Json json;

    IssuerClient(RoleConfig role, Json json) {
        this.role = role;
        this.json = json;
    }

    @Override
    public boolean isApart() {
        return true;
    }

    @Override
    public Admission prepare(Id survey, Id round, Frame frame) {
        return json.read(call("prepare", new IssuerCall.Prepare(survey, round, frame)), Admission.class);
    }

    @Override
    public void open(Fielded survey, byte[] manifest) {
        String bytes = Base64.getEncoder().encodeToString(manifest);
        call("open", new IssuerCall.Open(bytes, survey.fingerprint(), survey.closes()));
    }

    @Override
    public void extend(Id survey, Instant closes) {
        call("extend", new IssuerCall.Move(survey, closes));
    }

    @Override
    public void correct(Id survey, String stratum, int headcount) {
        call("correct", new IssuerCall.Correct(survey, stratum, headcount));
    }

    @Override
    public Reconciliation close(Id survey) {
        return json.read(call("close", new IssuerCall.Move(survey, null)), Reconciliation.class);
    }

    @Override
    public void cancel(Id survey) {
        call("cancel", new IssuerCall.Move(survey, null));
    }

    private byte[] call(String name, Object body) {
        URI issuer = role.issuer();
        if (issuer == null) {
            throw ProblemException.of(Problem.ISSUER_UNREACHABLE);
        }
        HttpRequest request = HttpRequest.newBuilder(issuer.resolve(IssuerCall.PATH + name))
                .header("Authorization", "Bearer " + role.sharedToken().orElse(""))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(ANSWERS_WITHIN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.write(body)))
                .build();
        HttpResponse<byte[]> answer = send(name, request);
        if (answer.statusCode() / 100 != 2) {
            LOG.warn("the issuer answered {} with status {}", name, answer.statusCode());
            throw ProblemException.of(
                    switch (answer.statusCode()) {
                        case 404 -> Problem.NOT_FOUND;
                        case 409 -> Problem.WRONG_STATE;
                        default -> Problem.ISSUER_UNREACHABLE;
                    });
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(String name, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            LOG.warn(
                    "the issuer could not be asked to {}: {}",
                    name,
                    e.getClass().getSimpleName());
            throw ProblemException.of(Problem.ISSUER_UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(Problem.ISSUER_UNREACHABLE);
        }
    }
}
