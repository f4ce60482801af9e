package org.zhisheng.server.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretFolderTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path parent;

    @Test
    void aSecretStaysTheSame() throws IOException {
        SecretFolder folder = new SecretFolder(parent.resolve("a/b"));
        assertEquals(Optional.empty(), folder.find("key"));
        assertEquals(List.of(), folder.names());
        byte[] made = folder.getOrCreate("key", this::fresh);
        assertArrayEquals(made, folder.getOrCreate("key", this::fresh));
        assertArrayEquals(
                made,
                new SecretFolder(parent).inside("a").inside("b").find("key").orElseThrow());
        folder.keep("key", fresh());
        assertArrayEquals(made, folder.find("key").orElseThrow());
        assertEquals(List.of("key"), folder.names());
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        new SecretFolder(parent.resolve("a/b")).getOrCreate("key", this::fresh);
        for (String made : List.of("a", "a/b")) {
            assertEquals(
                    "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve(made))));
        }
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("a/b/key"))));
        try (Stream<Path> files = Files.list(parent.resolve("a/b"))) {
            assertEquals(List.of(parent.resolve("a/b/key")), files.toList());
        }
    }

    /** Each maker has a folder object of its own, as processes have. */
    @Test
    void ofManyWhoMakeItAtOnceAllGetTheSame() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "key" + round;
            Set<String> seen = new TreeSet<>();
            List<Callable<byte[]>> makers = IntStream.range(0, 16)
                    .<Callable<byte[]>>mapToObj(
                            i -> () -> new SecretFolder(parent.resolve("shared")).getOrCreate(name, this::fresh))
                    .toList();
            try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
                for (Future<byte[]> made : threads.invokeAll(makers)) {
                    seen.add(HexFormat.of().formatHex(made.get()));
                }
            }
            assertEquals(1, seen.size());
        }
        assertEquals(20, new SecretFolder(parent.resolve("shared")).names().size());
    }

    @Test
    void aDestroyedSecretWasOverwrittenAndIsMadeAnew() throws IOException {
        SecretFolder folder = new SecretFolder(parent.resolve("keys"));
        byte[] first = folder.getOrCreate("key", this::fresh);
        // A second name for the same blocks shows what the file held when it was deleted.
        Path witness = Files.createLink(parent.resolve("witness"), parent.resolve("keys/key"));
        assertTrue(folder.destroy("key"));
        assertFalse(folder.destroy("key"));
        assertArrayEquals(new byte[32], Files.readAllBytes(witness));
        assertFalse(HexFormat.of()
                .formatHex(first)
                .equals(HexFormat.of().formatHex(folder.getOrCreate("key", this::fresh))));
    }

    /** A crash between overwriting and deleting leaves zeros, which must never serve as a key. */
    @Test
    void halfDestroyedIsDestroyed() throws IOException {
        SecretFolder folder = new SecretFolder(parent);
        Files.write(parent.resolve("key"), new byte[32]);
        assertEquals(Optional.empty(), folder.find("key"));
        assertTrue(folder.destroy("key"));
        assertFalse(Files.exists(parent.resolve("key")));
    }

    private byte[] fresh() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return secret;
    }
}
