package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What proves that a published document is the one that was signed.
 *
 * @param fingerprint SHA-256 of the document's bytes, 64 hexadecimal digits
 * @param signature Ed25519 signature of the same bytes, in Base64
 * @param signer the public key that verifies it (X.509 SubjectPublicKeyInfo), in Base64
 */
@Serdeable
public record Seal(String fingerprint, String signature, String signer) {
    /** Response header with the SHA-256 of the body in hexadecimal. */
    public static final String FINGERPRINT_HEADER = "Zhisheng-Fingerprint";

    /** Response header with the Ed25519 signature of the body in Base64. */
    public static final String SIGNATURE_HEADER = "Zhisheng-Signature";

    /** Response header with the public key (X.509) that verifies the signature, in Base64. */
    public static final String SIGNER_HEADER = "Zhisheng-Public-Key";

    /** Whether the fingerprint is that of these bytes. */
    public boolean isOf(byte[] document) {
        return Signer.fingerprint(document).equals(fingerprint);
    }

    /** Whether the signature was made over these bytes with the key; a key or signature that is none counts as no. */
    public boolean isSigned(byte[] document) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes(signer))));
            verifier.update(document);
            return verifier.verify(bytes(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
    }
}
