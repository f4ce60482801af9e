package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.credential.VerificationKey;
import org.zhisheng.server.credential.Verifier;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.StratumKey;

/**
 * Checks what a cast comes with, before anything else is looked at and without the database: what was made up is refused at
 * the price of one verification (a quarter of a millisecond), or of none where it does not even look right.
 */
@Singleton
final class Entrance {
    private static final int KEPT = 10_000;

    private final Map<StratumKey, Verifier> verifiers = new ConcurrentHashMap<>();

    /**
     * Lets a cast in.
     *
     * @throws ProblemException {@code credential-refused} where the survey's mode asks for another proof, or the
     *     credential is not right; which check failed is not told
     */
    Admitted admit(Manifest manifest, Proof proof) {
        Admission admission = manifest.admission();
        return switch (proof) {
            case Proof.Random random
            when admission == null -> new Admitted(Tag.of(random.id().bytes()), null);
            case Proof.Credential credential
            when admission != null ->
                check(manifest.code(), admission, credential).orElseThrow(Entrance::refused);
            default -> throw refused();
        };
    }

    private Optional<Admitted> check(String code, Admission admission, Proof.Credential credential) {
        Optional<StratumKey> key = admission.key(credential.key());
        Optional<byte[]> message = bytes(credential.message()).filter(m -> isOf(code, m));
        Optional<byte[]> signature = bytes(credential.signature());
        if (key.isEmpty() || message.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        return verifier(key.get()).check(message.get(), signature.get()).isPresent()
                ? Optional.empty()
                : Optional.of(new Admitted(Tag.of(message.get()), key.get().stratum()));
    }

    /** Whether a message is the random prefix and then the survey's code, which binds it to the survey. */
    private static boolean isOf(String code, byte[] message) {
        byte[] suffix = code.getBytes(StandardCharsets.UTF_8);
        int prefix = Variant.PSS_RANDOMIZED.prefixLength();
        return message.length == prefix + suffix.length
                && Arrays.equals(message, prefix, message.length, suffix, 0, suffix.length);
    }

    private Verifier verifier(StratumKey key) {
        if (verifiers.size() >= KEPT) {
            verifiers.clear();
        }
        return verifiers.computeIfAbsent(
                key, k -> new Verifier(VerificationKey.of(Base64.getDecoder().decode(k.publicKey()))));
    }

    private static Optional<byte[]> bytes(String hexadecimal) {
        try {
            return Optional.of(HexFormat.of().parseHex(hexadecimal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException refused() {
        return ProblemException.of(Problem.CREDENTIAL_REFUSED);
    }
}
