package org.zhisheng.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.platform.RoleConfig;

/**
 * What the server is told before it starts. The launcher's options arrive as system properties ({@code zhisheng.port});
 * environment variables ({@code ZHISHENG_PORT}) serve where there is no launcher.
 *
 * @param port port to listen on
 * @param data folder of everything that is kept, absolute
 * @param url public address that posters carry, without a trailing slash; null where none was given
 * @param demo whether this is a trial with sample data
 * @param role {@code all}, {@code issuer} or {@code collector}
 * @param issuer where a collector reaches its issuer; null in other roles
 * @param token the secret that issuer and collector share, read from its file; null in the role {@code all}
 */
record Settings(
        int port,
        Path data,
        @Nullable String url,
        boolean demo,
        String role,
        @Nullable String issuer,
        @Nullable String token) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_TOKEN = 32;

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
        String role = role(given.apply("role").orElse(RoleConfig.ALL));
        return new Settings(
                port(given.apply("port").orElse(String.valueOf(DEFAULT_PORT))),
                data(given.apply("data").orElse("data")),
                given.apply("url").isEmpty() ? null : url(given.apply("url").get(), demo),
                demo,
                role,
                issuer(role, given.apply("issuer"), demo),
                role.equals(RoleConfig.ALL) ? null : token(role, given.apply("token_file")));
    }

    private static String role(String text) throws StartFailure {
        if (!Set.of(RoleConfig.ALL, RoleConfig.ISSUER, RoleConfig.COLLECTOR).contains(text)) {
            throw StartFailure.wrongUse("startup.role", text);
        }
        return text;
    }

    private static @Nullable String issuer(String role, Optional<String> text, boolean demo) throws StartFailure {
        boolean collects = role.equals(RoleConfig.COLLECTOR);
        if (collects != text.isPresent()) {
            throw StartFailure.wrongUse(collects ? "startup.issuer.missing" : "startup.issuer.needless");
        }
        return collects ? url(text.get(), demo) : null;
    }

    /** The secret lies in a file, because options and the environment can be seen by other users of the machine. */
    private static String token(String role, Optional<String> file) throws StartFailure {
        if (file.isEmpty()) {
            throw StartFailure.wrongUse("startup.token.missing", role);
        }
        try {
            String token = Files.readString(Path.of(file.get())).strip();
            if (token.length() < SHORTEST_TOKEN) {
                throw StartFailure.wrongUse("startup.token.short", file.get(), SHORTEST_TOKEN);
            }
            return token;
        } catch (IOException e) {
            throw StartFailure.wrongUse("startup.token.unreadable", file.get());
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Settings[" + role + ", " + port + "]";
    }

    /** The same settings with a public address. */
    Settings withUrl(String address) {
        return new Settings(port, data, address, demo, role, issuer, token);
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
