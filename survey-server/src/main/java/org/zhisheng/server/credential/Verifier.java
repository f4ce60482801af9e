package org.zhisheng.server.credential;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Optional;

/**
 * Verification of RFC 9474, section 4.5: RSASSA-PSS over the prepared message. Safe for use by many threads; keep one for
 * each key.
 */
public final class Verifier {
    private final VerificationKey key;
    private final Variant variant;
    private final Lent<Signature> verifying;

    public Verifier(VerificationKey key) {
        this(key, Variant.PSS_RANDOMIZED);
    }

    public Verifier(VerificationKey key, Variant variant) {
        this(key, variant, Engine.fastest());
    }

    Verifier(VerificationKey key, Variant variant, Engine engine) {
        this.key = key;
        this.variant = variant;
        this.verifying = new Lent<>(() -> engine.verifier(key.rsa(), variant.saltLength()));
    }

    /**
     * Checks a signature.
     *
     * @param prepared the message with its random prefix
     * @param signature as the worker's side finalized it
     * @return which check failed ({@link Refusal#WRONG_LENGTH}, {@link Refusal#OUT_OF_RANGE}, {@link
     *     Refusal#INVALID_INPUT} for a message shorter than its prefix, {@link Refusal#INVALID_SIGNATURE}); empty where
     *     the signature is right
     */
    public Optional<Refusal> check(byte[] prepared, byte[] signature) {
        if (prepared.length < variant.prefixLength()) {
            return Optional.of(Refusal.INVALID_INPUT);
        }
        return key.refusal(signature)
                .or(() -> verifies(prepared, signature) ? Optional.empty() : Optional.of(Refusal.INVALID_SIGNATURE));
    }

    private boolean verifies(byte[] prepared, byte[] signature) {
        try {
            return verifying.use(verifier -> {
                verifier.update(prepared);
                return verifier.verify(signature);
            });
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
