package org.zhisheng.server.response;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/**
 * Seals rows of one survey and table: AES-256-GCM under a random nonce, bound to survey and table, everything padded to one
 * length. A random nonce of 96 bits is safe for 2³² rows a key (NIST SP 800-38D, 8.3); a survey has far fewer.
 */
final class Sealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKey key;
    private final byte[] bound;
    private final int padded;
    private final SecureRandom random;

    /**
     * A sealer of one table.
     *
     * @param key 256 bits; null where the key was destroyed or never made
     * @param longest most bytes that will be sealed
     */
    Sealer(@Nullable SecretKey key, Id survey, String table, int longest, SecureRandom random) {
        byte[] name = table.getBytes(StandardCharsets.US_ASCII);
        this.key = key;
        this.bound = ByteBuffer.allocate(Id.BYTES + name.length)
                .put(survey.bytes())
                .put(name)
                .array();
        this.padded = Integer.BYTES + longest;
        this.random = random;
    }

    /** Seals; all results are equally long. */
    byte[] seal(byte[] plain) {
        ByteBuffer content = ByteBuffer.allocate(padded);
        try {
            content.putInt(plain.length).put(plain);
        } catch (BufferOverflowException e) {
            throw new IllegalStateException("a row does not fit into the length that its survey's rows have", e);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, content.array(), 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException where the key is gone, or it was sealed under another one, for another survey or table,
     *     or was changed
     */
    byte[] open(byte[] sealed) {
        ByteBuffer content = ByteBuffer.wrap(run(Cipher.DECRYPT_MODE, sealed, sealed, NONCE_BYTES));
        byte[] plain = new byte[content.getInt()];
        content.get(plain);
        return plain;
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int from) {
        if (key == null) {
            throw new IllegalStateException("there are sealed rows whose key is not in the key folder");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(nonce, NONCE_BYTES)));
            cipher.updateAAD(bound);
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("a row cannot be opened: it was changed or is another survey's", e);
        }
    }
}
