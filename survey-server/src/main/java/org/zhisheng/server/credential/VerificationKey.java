package org.zhisheng.server.credential;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A public key, as the manifest carries it. Equal keys have equal ids. */
public final class VerificationKey {
    private static final Set<Integer> BITS = Set.of(2048, 3072, 4096);

    private final RSAPublicKey rsa;
    private final byte[] encoded;
    private final byte[] modulus;
    private final KeyId id;

    private VerificationKey(RSAPublicKey rsa) {
        if (!BITS.contains(rsa.getModulus().bitLength())
                || !rsa.getPublicExponent().equals(BigInteger.valueOf(65537))) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
        this.rsa = rsa;
        this.encoded = rsa.getEncoded();
        this.modulus = bytes(rsa.getModulus(), rsa.getModulus().bitLength() / Byte.SIZE);
        this.id = KeyId.of(encoded);
    }

    static VerificationKey of(RSAPublicKeySpec numbers) {
        try {
            return new VerificationKey(
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(numbers));
        } catch (GeneralSecurityException e) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
    }

    /**
     * Reads a key.
     *
     * @param subjectPublicKeyInfo DER with the algorithm rsaEncryption, which browsers import too
     * @throws RefusedException with {@link Refusal#UNUSABLE_KEY}
     */
    public static VerificationKey of(byte[] subjectPublicKeyInfo) {
        try {
            var spec = new X509EncodedKeySpec(subjectPublicKeyInfo);
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
            return of(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
    }

    /** SHA-256 of {@link #encoded()}. */
    public KeyId id() {
        return id;
    }

    /** The SubjectPublicKeyInfo in DER. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Length of the modulus, of blinded messages and of signatures, in bytes. */
    public int size() {
        return modulus.length;
    }

    RSAPublicKey rsa() {
        return rsa;
    }

    BigInteger modulus() {
        return rsa.getModulus();
    }

    /** Why bytes are no number below the modulus, written in as many bytes as it has; empty where they are. */
    Optional<Refusal> refusal(byte[] number) {
        if (number.length != modulus.length) {
            return Optional.of(Refusal.WRONG_LENGTH);
        }
        return Arrays.compareUnsigned(number, modulus) >= 0 ? Optional.of(Refusal.OUT_OF_RANGE) : Optional.empty();
    }

    /** A number below the modulus in as many bytes as the modulus has. */
    byte[] bytes(BigInteger number) {
        return bytes(number, modulus.length);
    }

    private static byte[] bytes(BigInteger number, int size) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[size];
        int kept = Math.min(signed.length, size);
        System.arraycopy(signed, signed.length - kept, bytes, size - kept, kept);
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey key && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "VerificationKey[" + id + "]";
    }
}
