package org.zhisheng.server.retention;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhisheng.server.bulletin.Publications;
import org.zhisheng.server.bulletin.Publisher;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.retention.Certificate.Step;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Signer;
import org.zhisheng.server.survey.Surveys;

/** Issues certificates: a new one when something was destroyed since the last. */
@Singleton
public final class Certificates {
    private final CertificateStore store;
    private final ForgettingStore forgetting;
    private final Publications publications;
    private final Surveys surveys;
    private final Signer signer;
    private final Transactions transactions;
    private final Json json;

    Certificates(
            CertificateStore store,
            ForgettingStore forgetting,
            Publications publications,
            Surveys surveys,
            Signer signer,
            Transactions transactions,
            Json json) {
        this.store = store;
        this.forgetting = forgetting;
        this.publications = publications;
        this.surveys = surveys;
        this.signer = signer;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * A certificate as it is served.
     *
     * @param certificate what it says
     * @param bytes its exact bytes as they were signed
     * @param seal what proves them
     */
    record Issued(Certificate certificate, byte[] bytes, Seal seal) {}

    /** The latest certificate of a survey; empty where nothing was destroyed yet. */
    Optional<Issued> find(Id survey) {
        return store.latest(survey).map(row -> {
            byte[] bytes = row.content().getBytes(StandardCharsets.UTF_8);
            return new Issued(
                    json.read(bytes, Certificate.class),
                    bytes,
                    new Seal(row.fingerprint(), row.signature(), row.signer()));
        });
    }

    /** Issues a certificate where the latest does not say all that was done. */
    void certify(Id survey) {
        transactions.run(() -> {
            byte[] bytes = json.write(certificate(survey));
            Optional<CertificateStore.Row> latest = store.latest(survey);
            if (latest.filter(row -> row.fingerprint().equals(Signer.fingerprint(bytes)))
                    .isPresent()) {
                return;
            }
            Seal seal = signer.seal(bytes);
            store.add(
                    survey,
                    latest.map(CertificateStore.Row::number).orElse(0) + 1,
                    new String(bytes, StandardCharsets.UTF_8),
                    seal.fingerprint(),
                    seal.signature(),
                    seal.signer());
        });
    }

    private Certificate certificate(Id survey) {
        ForgettingStore.Row row = forgetting.findBySurvey(survey).orElseThrow();
        Fielded fielded = surveys.get(survey);
        Instant by = row.closedAt().plus(Publisher.KEPT);
        List<Step> steps = new ArrayList<>();
        if (fielded.manifest().mode().isAdmitting()) {
            steps.add(new Step("signing-keys", row.signingKeysAt()));
        }
        steps.add(new Step("collecting-keys", row.collectingKeysAt()));
        steps.add(new Step("tally", row.tallyAt()));
        steps.add(new Step("responses", row.responsesAt()));
        return new Certificate(
                Certificate.FORMAT,
                survey,
                fielded.manifest().code(),
                fielded.fingerprint(),
                publications.find(survey).orElseThrow().seal().fingerprint(),
                row.closedAt(),
                by,
                steps,
                row.responsesAt() != null);
    }
}
