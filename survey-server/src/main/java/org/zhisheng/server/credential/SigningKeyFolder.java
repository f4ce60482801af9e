package org.zhisheng.server.credential;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Signing keys as PKCS #8 files named by their key id, in a folder that lies outside the database and its backups. Folder
 * and files are readable by the server's user alone.
 */
public final class SigningKeyFolder {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    public SigningKeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a key. It is on the disk when this returns, and moved into place when complete, so that a crash in between
     * leaves no half key.
     *
     * @throws IOException where the folder cannot be made or written to
     */
    public void store(SigningKey key) throws IOException {
        createFolder();
        Path draft = Files.createTempFile(folder, "new", ".draft", onlyOwner(FILE));
        byte[] encoded = key.pkcs8();
        try {
            write(draft, encoded);
            Files.move(draft, file(key.verificationKey().id()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Arrays.fill(encoded, (byte) 0);
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Reads a key.
     *
     * @return empty where there is none of this id: never made here, or destroyed
     * @throws RefusedException with {@link Refusal#UNUSABLE_KEY} where the file holds no such key or another one
     */
    public Optional<SigningKey> find(KeyId id) throws IOException {
        byte[] encoded;
        try {
            encoded = Files.readAllBytes(file(id));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        SigningKey key = SigningKey.ofPkcs8(encoded);
        Arrays.fill(encoded, (byte) 0);
        if (!key.verificationKey().id().equals(id)) {
            throw new RefusedException(Refusal.UNUSABLE_KEY);
        }
        return Optional.of(key);
    }

    /**
     * Destroys a key: zeros over the file, forced to the disk, then deleted. A disk that writes elsewhere (flash, copy on
     * write) may keep the old blocks; against its thief only an encrypted disk helps. Signers that hold the key in memory
     * are the caller's to drop.
     *
     * @return whether there was such a key
     */
    public boolean destroy(KeyId id) throws IOException {
        Path file = file(id);
        if (Files.notExists(file)) {
            return false;
        }
        write(file, new byte[Math.toIntExact(Files.size(file))]);
        Files.delete(file);
        return true;
    }

    private Path file(KeyId id) {
        return folder.resolve(id.hex() + ".pkcs8");
    }

    private void createFolder() throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, onlyOwner(FOLDER));
        }
    }

    /** Writes over what is there, in place. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private FileAttribute<?>[] onlyOwner(Set<PosixFilePermission> permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
