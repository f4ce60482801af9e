package org.zhisheng.server.platform;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/**
 * Refuses changes that another site's page asks for in the name of whoever is signed in here. Browsers say where a
 * request comes from, by {@code Sec-Fetch-Site} over HTTPS and by {@code Origin} everywhere; what says neither is no
 * browser and holds no cookie. No token in a form can go stale this way. Workers' pages ({@code /s/}) and {@code /cast} are
 * exempt: nobody is signed in there, and their referrer policy hides the origin.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OriginCheck {
    private final InstallationConfig installation;

    OriginCheck(InstallationConfig installation) {
        this.installation = installation;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (isSafe(request) || isWorkers(request.getPath())) {
            return;
        }
        if (!isOurs(request)) {
            throw ProblemException.of(Problem.FOREIGN_ORIGIN);
        }
    }

    /** Cards are exchanged for credentials from the collector's pages too, which may be another origin. */
    private static boolean isWorkers(String path) {
        return path.startsWith("/s/") || path.equals("/cast") || path.equals("/issue") || path.equals("/issue/form");
    }

    private static boolean isSafe(HttpRequest<?> request) {
        return switch (request.getMethod()) {
            case GET, HEAD, OPTIONS -> true;
            default -> false;
        };
    }

    private boolean isOurs(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        String site = headers.get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = headers.get(HttpHeaders.ORIGIN);
        return origin == null || isOrigin(origin, headers.get(HttpHeaders.HOST));
    }

    private boolean isOrigin(String origin, @Nullable String host) {
        String authority = origin.replaceFirst("^https?://", "").toLowerCase(Locale.ROOT);
        return authority.equalsIgnoreCase(host) || Optional.of(authority).equals(publicAuthority());
    }

    private Optional<String> publicAuthority() {
        return installation.publicAddress().map(URI::getRawAuthority).map(a -> a.toLowerCase(Locale.ROOT));
    }
}
