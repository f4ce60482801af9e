package org.zhisheng.server.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hash functions that are used here. */
final class Sha {
    private Sha() {}

    static byte[] sha256(byte[]... parts) {
        return digest("SHA-256", parts);
    }

    static byte[] sha384(byte[]... parts) {
        return digest("SHA-384", parts);
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
