package org.zhisheng.server.bulletin;

import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Seal;

/** Evidence that is kept in a folder, to be checked again without the server, or when it is gone. */
public final class EvidenceFolder {
    static final String MANIFEST = "manifest.json";
    static final String PUBLICATION = "publication.json";
    static final String RELEASE = "release.txt";
    static final String SEALS = "seals.json";

    private static final Set<String> NAMES = Set.of(MANIFEST, PUBLICATION, RELEASE, SEALS);

    private final Json json;

    public EvidenceFolder(Json json) {
        this.json = json;
    }

    /** What was served beside the documents. */
    @Serdeable
    record Seals(@Nullable Seal manifest, @Nullable Seal publication) {}

    /** Reads a folder, or a single file: a publication, or any of a folder's files, which stands for the folder. */
    public Evidence read(Path path) throws IOException {
        if (Files.isRegularFile(path) && !NAMES.contains(path.getFileName().toString())) {
            return new Evidence(null, null, Files.readAllBytes(path), null, null);
        }
        Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
        Seals seals = seals(bytes(folder, SEALS));
        return new Evidence(
                bytes(folder, MANIFEST),
                seals.manifest(),
                bytes(folder, PUBLICATION),
                seals.publication(),
                bytes(folder, RELEASE));
    }

    /** Keeps evidence in a folder, which is made where there is none. */
    public void write(Path folder, Evidence evidence) throws IOException {
        Files.createDirectories(folder);
        write(folder, MANIFEST, evidence.manifest());
        write(folder, PUBLICATION, evidence.publication());
        write(folder, RELEASE, evidence.release());
        write(folder, SEALS, json.write(new Seals(evidence.manifestSeal(), evidence.publicationSeal())));
    }

    private Seals seals(byte @Nullable [] bytes) {
        try {
            return bytes == null ? new Seals(null, null) : json.read(bytes, Seals.class);
        } catch (UncheckedIOException e) {
            return new Seals(null, null);
        }
    }

    private static byte @Nullable [] bytes(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }

    private static void write(Path folder, String name, byte @Nullable [] bytes) throws IOException {
        if (bytes != null) {
            Files.write(folder.resolve(name), bytes);
        }
    }
}
