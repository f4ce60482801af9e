package org.zhisheng.server.response;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhisheng.server.credential.BlindSigner;
import org.zhisheng.server.credential.Blinded;
import org.zhisheng.server.credential.Blinder;
import org.zhisheng.server.credential.SigningKey;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Reconciliation;
import org.zhisheng.server.survey.StratumKey;

/** An issuer without tickets: it signs for whoever asks, with real keys, and counts. */
@Singleton
@Primary
@Requires(property = "zhisheng.test.issuer")
public final class TestIssuer implements Issuer {
    private final SecureRandom random = new SecureRandom();
    private final Map<StratumKey, SigningKey> signing = new ConcurrentHashMap<>();
    private final Map<StratumKey, AtomicInteger> issued = new ConcurrentHashMap<>();
    private final Map<Id, List<StratumKey>> surveys = new ConcurrentHashMap<>();
    private final Map<Id, Frame> frames = new ConcurrentHashMap<>();
    final List<Id> closed = new ArrayList<>();

    @Override
    public boolean isApart() {
        return false;
    }

    @Override
    public Admission prepare(Id survey, Id round, Frame frame) {
        return admission(survey, frame);
    }

    public Admission admission(Id survey, Frame frame) {
        List<StratumKey> keys = new ArrayList<>();
        frame.strata().forEach(stratum -> {
            SigningKey key = SigningKey.generate(SigningKey.BITS, random);
            StratumKey known = new StratumKey(
                    stratum.code(),
                    key.verificationKey().id().hex(),
                    Base64.getEncoder().encodeToString(key.verificationKey().encoded()));
            signing.put(known, key);
            issued.put(known, new AtomicInteger());
            keys.add(known);
        });
        surveys.put(survey, keys);
        frames.put(survey, frame);
        return new Admission(survey, 1, "http://localhost", false, keys, List.of(Admission.commitment(keys)), null);
    }

    /** A credential of the stratum for the survey with the given code, which is usually its own. */
    Proof.Credential credential(Manifest survey, String stratum, String code) {
        StratumKey key = Objects.requireNonNull(survey.admission()).keys().stream()
                .filter(k -> k.stratum().equals(stratum))
                .findFirst()
                .orElseThrow();
        SigningKey signer = Objects.requireNonNull(signing.get(key));
        Blinder blinder = new Blinder(signer.verificationKey(), Variant.PSS_RANDOMIZED, random);
        Blinded blinded = blinder.blind(blinder.prepare(code.getBytes(StandardCharsets.UTF_8)));
        byte[] signature = blinder.finish(blinded, new BlindSigner(signer).blindSign(blinded.message()));
        Objects.requireNonNull(issued.get(key)).incrementAndGet();
        HexFormat hex = HexFormat.of();
        return new Proof.Credential(key.keyId(), hex.formatHex(blinded.prepared()), hex.formatHex(signature));
    }

    Proof.Credential credential(Manifest survey, String stratum) {
        return credential(survey, stratum, survey.code());
    }

    @Override
    public void open(Fielded survey, byte[] manifest) {}

    @Override
    public void extend(Id survey, Instant closes) {}

    @Override
    public void correct(Id survey, String stratum, int headcount) {}

    @Override
    public Reconciliation close(Id survey) {
        closed.add(survey);
        Frame frame = Objects.requireNonNull(frames.get(survey));
        List<Reconciliation.Counts> counts = Objects.requireNonNull(surveys.get(survey)).stream()
                .map(key -> new Reconciliation.Counts(
                        key.stratum(),
                        frame.stratum(key.stratum()).orElseThrow().headcount(),
                        50,
                        0,
                        null,
                        Objects.requireNonNull(issued.get(key)).get()))
                .toList();
        return new Reconciliation(counts, 0);
    }

    @Override
    public void cancel(Id survey) {}
}
