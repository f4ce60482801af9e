package org.zhisheng.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of everything that is kept; looked at before anything opens a file in it. */
final class DataFolder {
    private DataFolder() {}

    /** Makes the folder where there is none, and tries whether it can be written to. */
    static void prepare(Path folder) throws StartFailure {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "try", ".tmp"));
        } catch (FileAlreadyExistsException e) {
            throw StartFailure.failed("startup.data.file", folder);
        } catch (IOException e) {
            throw StartFailure.failed(behindFile(folder) ? "startup.data.file" : "startup.data.read-only", folder);
        }
    }

    private static boolean behindFile(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return !Files.isDirectory(at);
            }
        }
        return false;
    }
}
