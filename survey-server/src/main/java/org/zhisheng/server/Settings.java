package org.zhisheng.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the server is told before it starts. The launcher's options arrive as system properties ({@code zhisheng.port});
 * environment variables ({@code ZHISHENG_PORT}) serve where there is no launcher.
 *
 * @param port port to listen on
 * @param data folder of everything that is kept, absolute
 * @param url public address that posters carry, without a trailing slash; null where none was given
 * @param demo whether this is a trial with sample data
 */
record Settings(int port, Path data, @Nullable String url, boolean demo) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the settings of this process.
     *
     * @param properties gives a system property or null
     * @param environment gives an environment variable or null
     */
    static Settings read(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment)
            throws StartFailure {
        Function<String, Optional<String>> given = name -> Optional.ofNullable(properties.apply("zhisheng." + name))
                .or(() -> Optional.ofNullable(environment.apply("ZHISHENG_" + name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
        boolean demo = Boolean.parseBoolean(given.apply("demo").orElse("false"));
        return new Settings(
                port(given.apply("port").orElse(String.valueOf(DEFAULT_PORT))),
                data(given.apply("data").orElse("data")),
                given.apply("url").isEmpty() ? null : url(given.apply("url").get(), demo),
                demo);
    }

    /** The same settings with a public address. */
    Settings withUrl(String address) {
        return new Settings(port, data, address, demo);
    }

    private static int port(String text) throws StartFailure {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        }
        throw StartFailure.wrongUse("startup.port", text);
    }

    /** H2 reads a semicolon in its address as the start of an option. */
    private static Path data(String text) throws StartFailure {
        if (text.contains(";")) {
            throw StartFailure.wrongUse("startup.data.name", text);
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static String url(String text, boolean demo) throws StartFailure {
        URI address;
        try {
            address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            throw StartFailure.wrongUse("startup.url", text);
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!isBare(address) || !scheme.matches("https?")) {
            throw StartFailure.wrongUse("startup.url", text);
        }
        if (scheme.equals("http") && !demo) {
            throw StartFailure.wrongUse("startup.url.plain", text);
        }
        return address.toString();
    }

    private static boolean isBare(URI address) {
        return address.getHost() != null
                && address.getUserInfo() == null
                && (address.getPath() == null || address.getPath().isEmpty())
                && address.getQuery() == null
                && address.getFragment() == null
                && address.getPort() <= HIGHEST_PORT;
    }
}
