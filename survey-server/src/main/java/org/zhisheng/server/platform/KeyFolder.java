package org.zhisheng.server.platform;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/**
 * The server's secrets, one file each, in {@code keys/} of the data folder: outside the database, so that neither its
 * thief nor its backup has them, and readable by the server's user alone.
 */
@Singleton
public final class KeyFolder {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    KeyFolder(@Value("${zhisheng.data}") String data) {
        this.folder = Path.of(data, "keys").toAbsolutePath().normalize();
    }

    /**
     * The secret kept under a name; where there is none yet, a new one is made and kept.
     *
     * @param name file name
     * @param fresh makes a new secret's text
     * @return the secret's text
     */
    public synchronized String getOrCreate(String name, Supplier<String> fresh) {
        Path file = folder.resolve(name);
        try {
            if (Files.notExists(file)) {
                write(file, fresh.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, folder);
        }
    }

    /** Moved into place when complete, so that a crash in between leaves no half key. */
    private void write(Path file, String secret) throws IOException {
        boolean posix = Files.getFileStore(existing(folder)).supportsFileAttributeView("posix");
        Files.createDirectories(folder, attributes(posix, FOLDER));
        Path draft = Files.createTempFile(folder, "new", ".key", attributes(posix, FILE));
        Files.write(draft, secret.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path existing(Path path) {
        Path at = path;
        while (Files.notExists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static FileAttribute<?>[] attributes(boolean posix, Set<PosixFilePermission> permissions) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
