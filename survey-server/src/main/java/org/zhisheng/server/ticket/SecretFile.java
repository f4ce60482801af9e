package org.zhisheng.server.ticket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** A secret of 32 random bytes in a file that the server's user alone reads. */
final class SecretFile {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final int BYTES = 32;

    private final Path folder;
    private final Path file;

    SecretFile(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name);
    }

    /** The secret; where there is none yet, a new one, which is on the disk when this returns. */
    byte[] getOrCreate() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, folder);
        }
    }

    /** A link is made of the complete file, which fails where another thread or process was first: its secret holds then. */
    private void create() throws IOException {
        Files.createDirectories(folder, onlyOwner(FOLDER));
        Path draft = Files.createTempFile(folder, "new", ".draft", onlyOwner(FILE));
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            write(draft, secret);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody else's is as good.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Destroys the secret: zeros over it, forced to the disk, then deleted. */
    void destroy() {
        try {
            if (Files.exists(file)) {
                write(file, new byte[BYTES]);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, folder);
        }
    }

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
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
