package org.zhisheng.server.credential;

import java.util.Arrays;

/**
 * EMSA-PSS-ENCODE of RFC 8017, section 9.1.1, with SHA-384 and MGF1 over SHA-384. The JCA signs and verifies PSS but does
 * not give the encoded message, which the worker's side must blind.
 */
final class Pss {
    static final int HASH_BYTES = 48;

    private static final byte TRAILER = (byte) 0xbc;
    private static final int COUNTER_BYTES = 4;

    private Pss() {}

    /**
     * Encodes a message for a modulus whose length in bits is a multiple of eight.
     *
     * @param size length of the modulus and of the result, in bytes
     */
    static byte[] encode(byte[] message, byte[] salt, int size) {
        byte[] hash = Sha.sha384(new byte[8], Sha.sha384(message), salt);
        byte[] encoded = new byte[size];
        int masked = size - HASH_BYTES - 1;
        encoded[masked - salt.length - 1] = 1;
        System.arraycopy(salt, 0, encoded, masked - salt.length, salt.length);
        byte[] mask = mask(hash, masked);
        for (int i = 0; i < masked; i++) {
            encoded[i] ^= mask[i];
        }
        // One bit less than the modulus has, so that the number is always below it.
        encoded[0] &= 0x7f;
        System.arraycopy(hash, 0, encoded, masked, HASH_BYTES);
        encoded[size - 1] = TRAILER;
        return encoded;
    }

    /** MGF1 of RFC 8017, appendix B.2.1. */
    private static byte[] mask(byte[] seed, int length) {
        int blocks = Math.ceilDiv(length, HASH_BYTES);
        byte[] mask = new byte[blocks * HASH_BYTES];
        byte[] counter = new byte[COUNTER_BYTES];
        for (int block = 0; block < blocks; block++) {
            counter[COUNTER_BYTES - 1] = (byte) block;
            System.arraycopy(Sha.sha384(seed, counter), 0, mask, block * HASH_BYTES, HASH_BYTES);
        }
        return Arrays.copyOf(mask, length);
    }
}
