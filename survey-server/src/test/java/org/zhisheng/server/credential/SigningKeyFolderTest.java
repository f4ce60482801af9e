package org.zhisheng.server.credential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyFolderTest {
    private final SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
    private final KeyId id = key.verificationKey().id();

    @TempDir
    private Path parent;

    @Test
    void aStoredKeySignsAsBefore() throws IOException {
        SigningKeyFolder folder = new SigningKeyFolder(parent.resolve("issuer/keys"));
        folder.store(key);
        SigningKey found = folder.find(id).orElseThrow();
        assertEquals(key.verificationKey(), found.verificationKey());
        byte[] blinded = new byte[256];
        blinded[200] = 7;
        assertArrayEquals(new BlindSigner(key).blindSign(blinded), new BlindSigner(found).blindSign(blinded));
    }

    @Test
    void onlyTheOwnerMayReadAndNoDraftIsLeft() throws IOException {
        Path keys = parent.resolve("keys");
        new SigningKeyFolder(keys).store(key);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        try (var files = Files.list(keys)) {
            List<Path> all = files.toList();
            assertEquals(List.of(keys.resolve(id + ".pkcs8")), all);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(all.getFirst())));
        }
    }

    @Test
    void aDestroyedKeyIsGoneAndWasOverwritten() throws IOException {
        SigningKeyFolder folder = new SigningKeyFolder(parent);
        folder.store(key);
        // A second name for the same blocks shows what the file held when it was deleted.
        Path witness = Files.createLink(parent.resolve("witness"), parent.resolve(id + ".pkcs8"));
        assertTrue(folder.destroy(id));
        assertEquals(Optional.empty(), folder.find(id));
        assertFalse(folder.destroy(id));
        byte[] left = Files.readAllBytes(witness);
        assertTrue(left.length > 1000);
        assertArrayEquals(new byte[left.length], left);
    }

    @Test
    void anotherKeyUnderTheNameIsRefused() throws IOException {
        SigningKeyFolder folder = new SigningKeyFolder(parent);
        Files.write(parent.resolve(id + ".pkcs8"), Rfc9474.key().pkcs8());
        RefusedException refused = assertThrows(RefusedException.class, () -> folder.find(id));
        assertEquals(Refusal.UNUSABLE_KEY, refused.refusal());
        Files.write(parent.resolve(id + ".pkcs8"), new byte[] {1, 2, 3});
        assertThrows(RefusedException.class, () -> folder.find(id));
    }

    @Test
    void aKeyIdIsTheHashOfThePublicKeyAndNeverAPath() {
        VerificationKey read = VerificationKey.of(key.verificationKey().encoded());
        assertEquals(key.verificationKey(), read);
        assertEquals(Optional.of(id), KeyId.parse(id.toString()));
        assertEquals(Optional.empty(), KeyId.parse("../../etc/passwd"));
        assertEquals(Optional.empty(), KeyId.parse(id.hex().toUpperCase(java.util.Locale.ROOT) + "0"));
        assertThrows(
                IllegalArgumentException.class, () -> new KeyId("../" + id.hex().substring(3)));
    }
}
