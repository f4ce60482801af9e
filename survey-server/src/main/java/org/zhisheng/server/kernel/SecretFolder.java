package org.zhisheng.server.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A folder of secrets, one file each, outside the database and its backups, readable by the server's user alone. Several
 * processes may share it: of two that make the same secret at once, both get the one that was there first. What a method
 * wrote is on the disk when it returns.
 */
public final class SecretFolder {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final String DRAFT = ".draft";
    private static final String LOCK = "move.lock";

    private final Path folder;

    /** A folder that is made with its first secret. */
    public SecretFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder within this one. */
    public SecretFolder inside(String name) {
        return new SecretFolder(folder.resolve(name));
    }

    /**
     * Reads a secret.
     *
     * @return empty where there is none of this name, or nothing but zeros: one that is being destroyed
     */
    public Optional<byte[]> find(String name) throws IOException {
        try {
            byte[] secret = Files.readAllBytes(folder.resolve(name));
            return isZero(secret) ? Optional.empty() : Optional.of(secret);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Reads a secret; where there is none yet, a new one is made and kept. */
    public byte[] getOrCreate(String name, Supplier<byte[]> fresh) throws IOException {
        Optional<byte[]> there = find(name);
        if (there.isPresent()) {
            return there.get();
        }
        byte[] made = fresh.get();
        keep(name, made);
        Arrays.fill(made, (byte) 0);
        // Another process may have been first, and then its secret is everybody's.
        return find(name).orElseThrow(() -> new NoSuchFileException(name));
    }

    /** Keeps a secret under a name; one that is there already stays. */
    public void keep(String name, byte[] secret) throws IOException {
        createFolders(folder);
        Path draft = Files.createTempFile(folder, "new", DRAFT, onlyOwner(FILE));
        boolean placed = false;
        try {
            write(draft, secret);
            placed = place(draft, folder.resolve(name));
        } finally {
            if (!placed && Files.exists(draft)) {
                write(draft, new byte[secret.length]);
            }
            Files.deleteIfExists(draft);
        }
        flush(folder);
    }

    /**
     * Destroys a secret: zeros over the file, forced to the disk, then deleted. A disk that writes elsewhere (flash, copy on
     * write) may keep the old blocks; against its thief only an encrypted disk helps. May be repeated after a crash.
     *
     * @return whether there was such a file
     */
    public boolean destroy(String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            write(file, new byte[Math.toIntExact(Files.size(file))]);
            Files.delete(file);
        } catch (NoSuchFileException e) {
            return false;
        }
        flush(folder);
        return true;
    }

    /** The names of the secrets and folders in here; none where there is no such folder. */
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(DRAFT) && !name.equals(LOCK))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /** A second name for the complete draft is made at once or not at all, and never over another file. */
    private boolean place(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return moveLocked(draft, file);
        }
    }

    /** For file systems without hard links. */
    private boolean moveLocked(Path draft, Path file) throws IOException {
        synchronized (SecretFolder.class) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid() || Files.exists(file)) {
                    return false;
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
        }
    }

    private static void createFolders(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(folder, onlyOwner(folder, FOLDER));
            if (parent != null) {
                flush(parent);
            }
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

    /** Forces the folder's own entries to the disk, where the system lets a folder be opened. */
    private static void flush(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private FileAttribute<?>[] onlyOwner(Set<PosixFilePermission> permissions) {
        return onlyOwner(folder, permissions);
    }

    private static FileAttribute<?>[] onlyOwner(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
