package org.zhisheng.server.response;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.zhisheng.server.kernel.Id;

/**
 * Seals rows of one survey and table: AES-256-GCM under a random nonce, bound to survey and table, everything padded to one
 * length. A random nonce of 96 bits is safe for 2³² rows a key (NIST SP 800-38D, 8.3); a survey has far fewer.
 */
final class Sealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKey> keys;
    private final byte[] bound;
    private final int padded;
    private final SecureRandom random;

    /**
     * A sealer of one table.
     *
     * @param keys of 256 bits each, the one that seals first; none where they were destroyed or never made
     * @param longest most bytes that will be sealed
     */
    Sealer(List<SecretKey> keys, Id survey, String table, int longest, SecureRandom random) {
        byte[] name = table.getBytes(StandardCharsets.US_ASCII);
        this.keys = List.copyOf(keys);
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
        byte[] sealed = seal(nonce, content.array());
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private byte[] seal(byte[] nonce, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce).doFinal(content);
        } catch (GeneralSecurityException | NoSuchElementException e) {
            throw new IllegalStateException("a row cannot be sealed", e);
        }
    }

    /**
     * What was opened.
     *
     * @param key place of the key that opened it
     */
    record Opened(int key, byte[] plain) {}

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException where the key is gone, or it was sealed under another one, for another survey or table,
     *     or was changed
     */
    byte[] open(byte[] sealed) {
        return openAny(sealed).plain();
    }

    /** The same, and by which key: rows do not say which one sealed them, so that they show no order. */
    Opened openAny(byte[] sealed) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("there are sealed rows whose key is not in the key folder");
        }
        for (int key = 0; key < keys.size(); key++) {
            Optional<byte[]> plain = open(keys.get(key), sealed);
            if (plain.isPresent()) {
                return new Opened(key, plain.get());
            }
        }
        throw new IllegalStateException("a row cannot be opened: it was changed or is another survey's");
    }

    private Optional<byte[]> open(SecretKey key, byte[] sealed) {
        try {
            byte[] opened =
                    cipher(Cipher.DECRYPT_MODE, key, sealed).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            ByteBuffer content = ByteBuffer.wrap(opened);
            byte[] plain = new byte[content.getInt()];
            content.get(plain);
            return Optional.of(plain);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(nonce, NONCE_BYTES)));
        cipher.updateAAD(bound);
        return cipher;
    }
}
