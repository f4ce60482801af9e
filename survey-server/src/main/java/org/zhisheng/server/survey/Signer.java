package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.zhisheng.server.platform.KeyFolder;

/**
 * Seals what the server publishes (manifests, publications, certificates) with its Ed25519 key, which is made at the first
 * launch and kept in the key folder. One key for all of them, so that who trusts a manifest knows the key of what follows.
 */
@Singleton
public final class Signer {
    private static final String ALGORITHM = "Ed25519";
    private static final String FILE = "manifest-signing.key";

    private final KeyFolder keys;

    Signer(KeyFolder keys) {
        this.keys = keys;
    }

    /** Seals the exact bytes of a document. */
    public Seal seal(byte[] document) {
        // Two lines: the private key as PKCS #8 and the public key as X.509, both in Base64.
        String[] lines = keys.getOrCreate(FILE, Signer::fresh).split("\n", -1);
        try {
            PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes(lines[0])));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(document);
            String signed = Base64.getEncoder().encodeToString(signature.sign());
            return new Seal(fingerprint(document), signed, lines[1]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key " + FILE + " cannot sign; restore it from its copy", e);
        }
    }

    /** SHA-256 of the bytes, 64 hexadecimal digits. */
    public static String fingerprint(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded())
                    + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded())
                    + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime since 15 has Ed25519", e);
        }
    }

    private static byte[] bytes(String line) {
        return Base64.getDecoder().decode(line.getBytes(StandardCharsets.US_ASCII));
    }
}
