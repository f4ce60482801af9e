package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.zhisheng.server.platform.ContentSecurity;

/** The small style and script that a worker's page carries in itself, and the hashes that allow just these. */
@Singleton
final class PhoneAssets {
    /** Marks that a script will run; where the script throws while loading, the plain form comes back. */
    private static final String HEAD_SCRIPT = "document.documentElement.className=\"js\";"
            + "window.onerror=function(){document.documentElement.className=\"\"}";

    private final String style = read("phone.css");
    private final String script = read("phone.js");
    private final List<String> hashes =
            List.of(ContentSecurity.hash(style), ContentSecurity.hash(script), ContentSecurity.hash(HEAD_SCRIPT));

    String style() {
        return style;
    }

    String script() {
        return script;
    }

    String headScript() {
        return HEAD_SCRIPT;
    }

    /** Sources for the content security policy. */
    List<String> hashes() {
        return hashes;
    }

    /** The file without indentation, blank lines and lines that are a comment: readers of the page pay by the byte. */
    private static String read(String file) {
        try (InputStream in = PhoneAssets.class.getResourceAsStream("/zhisheng/assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the asset " + file + " is missing from the templates module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("the asset " + file + " cannot be read", e);
        }
    }
}
