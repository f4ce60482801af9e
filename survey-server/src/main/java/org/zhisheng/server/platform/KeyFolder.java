package org.zhisheng.server.platform;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.SecretFolder;

/**
 * The server's secrets, one file each, in {@code keys/} of the data folder: outside the database, so that neither its
 * thief nor its backup has them, and readable by the server's user alone.
 */
@Singleton
public final class KeyFolder {
    private final SecretFolder folder;

    KeyFolder(@Value("${zhisheng.data}") String data) {
        this.folder = new SecretFolder(Path.of(data, "keys").toAbsolutePath().normalize());
    }

    /** The secrets of one feature, in a folder of their own. */
    public SecretFolder of(String feature) {
        return folder.inside(feature);
    }

    /**
     * The secret kept under a name; where there is none yet, a new one is made and kept.
     *
     * @param name file name
     * @param fresh makes a new secret's text
     * @return the secret's text
     */
    public String getOrCreate(String name, Supplier<String> fresh) {
        try {
            byte[] secret = folder.getOrCreate(name, () -> fresh.get().getBytes(StandardCharsets.UTF_8));
            return new String(secret, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, folder);
        }
    }
}
