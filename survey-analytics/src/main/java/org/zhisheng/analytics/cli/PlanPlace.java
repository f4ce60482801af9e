package org.zhisheng.analytics.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.zhisheng.analytics.cli.plan.PlanException;

/**
 * Where a plan and the files beside it lie: as named, as {@code PLAN.json} in a folder, or in an archive as the platform
 * offers it for download, which is unpacked for as long as this is open.
 */
final class PlanPlace implements AutoCloseable {
    private static final String PLAN = "PLAN.json";
    /** Far above what a scorecard's files need; an archive that unpacks to more is no such archive. */
    private static final int MOST_BYTES = 64 << 20;

    private final Path plan;
    private final List<Path> unpacked;

    private PlanPlace(Path plan, List<Path> unpacked) {
        this.plan = plan;
        this.unpacked = unpacked;
    }

    static PlanPlace of(Path named) throws IOException {
        if (Files.isDirectory(named)) {
            return new PlanPlace(named.resolve(PLAN), List.of());
        }
        if (!named.toString().endsWith(".zip")) {
            return new PlanPlace(named, List.of());
        }
        if (!Files.exists(named)) {
            throw new PlanException(named.toString(), "no such file");
        }
        Path folder = Files.createTempDirectory("zhisheng-plan");
        List<Path> unpacked = new ArrayList<>(List.of(folder));
        PlanPlace place = new PlanPlace(folder.resolve(PLAN), unpacked);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(named))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpacked.add(unpack(folder, entry.getName(), zip));
            }
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
        if (!Files.exists(place.plan)) {
            place.close();
            throw new PlanException(named.toString(), "holds no " + PLAN);
        }
        return place;
    }

    /** Only plain names: nothing is ever written outside the folder. */
    private static Path unpack(Path folder, String name, InputStream content) throws IOException {
        Path file = folder.resolve(name);
        if (!file.normalize().equals(file) || !folder.equals(file.getParent())) {
            throw new IOException("it has a file '" + name + "', which is no plain name");
        }
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException(name + " is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        return Files.write(file, bytes);
    }

    Path plan() {
        return plan;
    }

    /** What the plan's file names are relative to. */
    Path folder() {
        Path parent = plan.toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }

    @Override
    public void close() throws IOException {
        for (Path path : unpacked.reversed()) {
            Files.deleteIfExists(path);
        }
    }
}
