package org.zhisheng.server.credential;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Names a public key: SHA-256 of its SubjectPublicKeyInfo.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record KeyId(String hex) {
    public KeyId {
        Sha.requireHex(hex);
    }

    static KeyId of(byte[] subjectPublicKeyInfo) {
        return new KeyId(HexFormat.of().formatHex(Sha.sha256(subjectPublicKeyInfo)));
    }

    /** Reads a key id as {@link #toString()} writes it; empty where the text is none. */
    public static Optional<KeyId> parse(String text) {
        return Sha.isHex(text) ? Optional.of(new KeyId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return hex;
    }
}
