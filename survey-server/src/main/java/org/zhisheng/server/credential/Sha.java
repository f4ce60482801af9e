package org.zhisheng.server.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hash functions that are used here, and how 32 bytes of theirs are written. */
final class Sha {
    private static final int DIGITS = 64;

    private Sha() {}

    static byte[] sha256(byte[]... parts) {
        return digest("SHA-256", parts);
    }

    static byte[] sha384(byte[]... parts) {
        return digest("SHA-384", parts);
    }

    /** Whether a text is 32 bytes in hexadecimal digits of lower case. */
    static boolean isHex(String text) {
        return text.length() == DIGITS && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** Gives back such a text, or says that it is none, without repeating it. */
    static String requireHex(String text) {
        if (!isHex(text)) {
            throw new IllegalArgumentException("expected " + DIGITS + " hexadecimal digits in lower case");
        }
        return text;
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + algorithm, e);
        }
    }
}
