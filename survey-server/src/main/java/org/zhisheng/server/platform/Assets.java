package org.zhisheng.server.platform;

import io.micronaut.core.io.ResourceLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Addresses of our own styles and scripts with a checksum of their content, so that browsers may keep them for a year
 * and still fetch what has changed. Webjars carry their version in the path.
 */
@Singleton
final class Assets {
    static final String VERSION = "v";

    private final ResourceLoader resources;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    Assets(ResourceLoader resources) {
        this.resources = resources;
    }

    /** The address of a file of the folder assets, for example {@code /assets/console.css?v=1b2c3d4e}. */
    String address(String file) {
        return addresses.computeIfAbsent(file, f -> "/assets/" + f + "?" + VERSION + "=" + checksum(f));
    }

    private String checksum(String file) {
        InputStream found = resources
                .getResourceAsStream("classpath:" + Views.FOLDER + "/assets/" + file)
                .orElseThrow(() -> new IllegalStateException("there is no asset " + file + " in the templates module"));
        CRC32C checksum = new CRC32C();
        try (InputStream in = new CheckedInputStream(found, checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the asset " + file + " cannot be read", e);
        }
        return Long.toHexString(checksum.getValue());
    }
}
