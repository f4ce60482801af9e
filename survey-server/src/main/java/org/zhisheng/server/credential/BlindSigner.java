package org.zhisheng.server.credential;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * BlindSign of RFC 9474, section 4.3: the issuer signs a number of which it learns nothing. Safe for use by many threads;
 * keep one for each key.
 */
public final class BlindSigner {
    private final VerificationKey key;
    private final Lent<Cipher> signing;
    private final Lent<Cipher> checking;

    public BlindSigner(SigningKey key) {
        this(key, Engine.fastest());
    }

    BlindSigner(SigningKey key, Engine engine) {
        this.key = key.verificationKey();
        this.signing = new Lent<>(() -> engine.cipher(key.rsa()));
        this.checking = new Lent<>(() -> engine.cipher(this.key.rsa()));
    }

    /** The public key to which the signatures belong. */
    public VerificationKey verificationKey() {
        return key;
    }

    /**
     * Signs a blinded message. A signature leaves only after {@code s^e = m} was checked, because a faulty one would give
     * away the factors of the key.
     *
     * @param blinded a number below the modulus, in as many bytes as the modulus has, most significant first
     * @return the blind signature, as long
     * @throws RefusedException {@link Refusal#WRONG_LENGTH}, {@link Refusal#OUT_OF_RANGE}, {@link Refusal#SIGNING_FAILURE}
     */
    public byte[] blindSign(byte[] blinded) {
        Optional<Refusal> refusal = key.refusal(blinded);
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
        try {
            byte[] signature = signing.use(cipher -> cipher.doFinal(blinded));
            if (MessageDigest.isEqual(checking.use(cipher -> cipher.doFinal(signature)), blinded)) {
                return signature;
            }
        } catch (GeneralSecurityException e) {
            // Refused below: the provider's words may name the input.
        }
        throw new RefusedException(Refusal.SIGNING_FAILURE);
    }
}
