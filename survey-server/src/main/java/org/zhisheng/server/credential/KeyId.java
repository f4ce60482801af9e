package org.zhisheng.server.credential;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Names a public key: SHA-256 of its SubjectPublicKeyInfo.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record KeyId(String hex) {
    private static final int DIGITS = 64;

    public KeyId {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("a key id has " + DIGITS + " hexadecimal digits in lower case");
        }
    }

    static KeyId of(byte[] subjectPublicKeyInfo) {
        return new KeyId(HexFormat.of().formatHex(Sha.sha256(subjectPublicKeyInfo)));
    }

    /** Reads a key id as {@link #toString()} writes it; empty where the text is none. */
    public static Optional<KeyId> parse(String text) {
        return isHex(text) ? Optional.of(new KeyId(text)) : Optional.empty();
    }

    private static boolean isHex(String text) {
        return text.length() == DIGITS && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    @Override
    public String toString() {
        return hex;
    }
}
