package org.zhisheng.server.bulletin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The root over a survey's responses, of the shape of RFC 6962, section 2.1, with a salt in each leaf:
 *
 * <pre>
 * leaf        = SHA-256(0x00 ‖ salt ‖ content)
 * tree of one = leaf
 * tree of n   = SHA-256(0x01 ‖ tree of the first k ‖ tree of the rest), k the largest power of two below n
 * tree of 0   = SHA-256 of nothing
 * </pre>
 *
 * <p>Leaves are sorted by their hashes (unsigned bytes), so that the root depends on no order in which rows lie. The salt,
 * random and as secret as the response, keeps a leaf from being guessed: few answers are possible. It has one length, so
 * that salt and content cannot be shifted against each other.
 */
final class MerkleTree {
    /** Bytes of a salt. */
    static final int SALT = 32;

    private static final int HASH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /**
     * The hash of a leaf.
     *
     * @param salt {@value #SALT} random bytes
     * @param content what the leaf stands for
     */
    static byte[] leaf(byte[] salt, byte[] content) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("a salt has " + SALT + " bytes, not " + salt.length);
        }
        MessageDigest digest = sha256();
        digest.update(LEAF);
        digest.update(salt);
        return digest.digest(content);
    }

    /** The root over leaves, in whatever order they are given: 64 hexadecimal digits. */
    static String root(List<byte[]> leaves) {
        byte[][] sorted = leaves.toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        return HexFormat.of().formatHex(sorted.length == 0 ? sha256().digest() : tree(sorted, 0, sorted.length));
    }

    private static byte[] tree(byte[][] leaves, int from, int to) {
        int size = to - from;
        if (size == 1) {
            return leaves[from];
        }
        int left = from + Integer.highestOneBit(size - 1);
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(tree(leaves, from, left));
        return digest.digest(tree(leaves, left, to));
    }

    /** Whether the text has the shape of a root. */
    static boolean isRoot(String text) {
        return text.matches("[0-9a-f]{" + 2 * HASH + "}");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
