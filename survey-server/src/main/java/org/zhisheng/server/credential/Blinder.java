package org.zhisheng.server.credential;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The worker's half of RFC 9474: Prepare, Blind and Finalize. Phones do this in {@code assets/credential.js}; here it
 * serves those who answer without script, and scripted workers.
 */
public final class Blinder {
    private final VerificationKey key;
    private final Variant variant;
    private final Verifier verifier;
    private final RandomGenerator random;

    /** @param random a {@link java.security.SecureRandom} wherever a real person's answers hang on it */
    public Blinder(VerificationKey key, Variant variant, RandomGenerator random) {
        this.key = key;
        this.variant = variant;
        this.verifier = new Verifier(key, variant);
        this.random = random;
    }

    /** Puts the variant's random prefix before a message (section 4.1). */
    public byte[] prepare(byte[] message) {
        byte[] prefix = random(variant.prefixLength());
        byte[] prepared = Arrays.copyOf(prefix, prefix.length + message.length);
        System.arraycopy(message, 0, prepared, prefix.length, message.length);
        return prepared;
    }

    /** Encodes and blinds a prepared message (section 4.2). */
    public Blinded blind(byte[] prepared) {
        return blind(prepared, random(variant.saltLength()), unit());
    }

    /**
     * Blinds with a given salt and factor.
     *
     * @throws RefusedException with {@link Refusal#INVALID_INPUT} where the message or the factor shares a divisor with
     *     the modulus
     */
    Blinded blind(byte[] prepared, byte[] salt, BigInteger factor) {
        BigInteger n = key.modulus();
        BigInteger encoded = new BigInteger(1, Pss.encode(prepared, salt, key.size()));
        if (!encoded.gcd(n).equals(BigInteger.ONE) || !factor.gcd(n).equals(BigInteger.ONE)) {
            throw new RefusedException(Refusal.INVALID_INPUT);
        }
        BigInteger mask = factor.modPow(key.rsa().getPublicExponent(), n);
        return new Blinded(prepared, key.bytes(encoded.multiply(mask).mod(n)), factor.modInverse(n));
    }

    /**
     * Unblinds the issuer's answer and verifies it (section 4.4).
     *
     * @return the signature over the prepared message
     * @throws RefusedException {@link Refusal#WRONG_LENGTH}, {@link Refusal#OUT_OF_RANGE} or {@link
     *     Refusal#INVALID_SIGNATURE}: the answer is not to be kept, and Start may be tapped again
     */
    public byte[] finish(Blinded blinded, byte[] blindSignature) {
        refuse(key.refusal(blindSignature));
        BigInteger s =
                new BigInteger(1, blindSignature).multiply(blinded.inverse()).mod(key.modulus());
        byte[] signature = key.bytes(s);
        refuse(verifier.check(blinded.prepared(), signature));
        return signature;
    }

    private static void refuse(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
    }

    /** Uniform in 1 to n − 1, by drawing again; n has its top bit set, so that half of the draws or more will do. */
    private BigInteger unit() {
        BigInteger drawn = new BigInteger(1, random(key.size()));
        return drawn.signum() > 0 && drawn.compareTo(key.modulus()) < 0 ? drawn : unit();
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
