package org.zhisheng.server.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roots as Python's hashlib computed them: see {@code merkle_golden.py} beside the numbers. */
final class MerkleTreeTest {
    @ParameterizedTest
    @MethodSource("golden")
    void rootsAreThoseOfAnIndependentProgram(int leaves, String root) {
        assertEquals(root, MerkleTree.root(leaves(leaves)));
    }

    static Stream<Object[]> golden() throws IOException {
        try (InputStream file = MerkleTreeTest.class.getResourceAsStream("/bulletin/merkle-golden.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" "))
                    .map(parts -> new Object[] {Integer.valueOf(parts[0]), parts[1]});
        }
    }

    @Test
    void theOrderInWhichRowsLieIsNotSeen() {
        List<byte[]> leaves = new ArrayList<>(leaves(100));
        String root = MerkleTree.root(leaves);
        Collections.shuffle(leaves, new Random(1));
        assertEquals(root, MerkleTree.root(leaves));
    }

    @Test
    void anotherLeafAMissingOneAndAnAlteredOneGiveAnotherRoot() {
        String root = MerkleTree.root(leaves(21));
        List<byte[]> altered = new ArrayList<>(leaves(21));
        altered.set(9, MerkleTree.leaf(salt(9), "content 9 内客".getBytes(StandardCharsets.UTF_8)));
        assertNotEquals(root, MerkleTree.root(leaves(22)));
        assertNotEquals(root, MerkleTree.root(leaves(20)));
        assertNotEquals(root, MerkleTree.root(altered));
    }

    @Test
    void aLeafTwiceIsAnotherTreeToo() {
        List<byte[]> twice = new ArrayList<>(leaves(3));
        twice.add(twice.getFirst());
        assertNotEquals(MerkleTree.root(leaves(3)), MerkleTree.root(twice));
    }

    @Test
    void aSaltOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MerkleTree.leaf(new byte[31], new byte[1]));
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleTree.leaf(salt(i), ("content " + i + " 内容").getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static byte[] salt(int i) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("salt " + i).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
