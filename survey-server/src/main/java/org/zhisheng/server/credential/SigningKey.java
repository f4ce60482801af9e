package org.zhisheng.server.credential;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/** The private key of one key stratum, with its prime factors. It prints its id and nothing of itself. */
public final class SigningKey {
    /** The length in bits that surveys use unless a longer one is asked for. */
    public static final int BITS = 2048;

    private final RSAPrivateCrtKey rsa;
    private final VerificationKey verificationKey;

    private SigningKey(PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey crt)) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
        this.rsa = crt;
        this.verificationKey = VerificationKey.of(new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent()));
    }

    /**
     * Makes a new key.
     *
     * @param bits 2048, 3072 or 4096
     * @throws RefusedException with {@link Refusal#UNUSABLE_KEY} for other lengths
     */
    public static SigningKey generate(int bits, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), random);
            return new SigningKey(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
    }

    static SigningKey ofPkcs8(byte[] encoded) {
        try {
            return new SigningKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
    }

    /** The public half. */
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    RSAPrivateCrtKey rsa() {
        return rsa;
    }

    byte[] pkcs8() {
        return rsa.getEncoded();
    }

    @Override
    public String toString() {
        return "SigningKey[" + verificationKey.id() + ", redacted]";
    }
}
