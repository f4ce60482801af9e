package org.zhisheng.server.platform;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Headers on every response. Pages are never stored; assets are stored for a year when their address names their version
 * or content. The referrer goes nowhere from public pages; inside the console it stays on this server, because a browser
 * that sends none also hides the {@code Origin} that {@link OriginCheck} reads.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders implements Ordered {
    private static final String YEAR = "public, max-age=31536000, immutable";

    private final PublicScheme scheme;

    SecurityHeaders(PublicScheme scheme) {
        this.scheme = scheme;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        putIfMissing(response, "Content-Security-Policy", ContentSecurity.policy(request));
        putIfMissing(response, "Cache-Control", response.code() < 400 ? caching(request) : "no-store");
        putIfMissing(response, "Referrer-Policy", isConsole(request.getPath()) ? "same-origin" : "no-referrer");
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (scheme.isHttps(request)) {
            response.header("Strict-Transport-Security", "max-age=31536000");
            response.header("Cross-Origin-Opener-Policy", "same-origin");
        }
    }

    private static void putIfMissing(MutableHttpResponse<?> response, String name, String value) {
        if (!response.getHeaders().contains(name)) {
            response.header(name, value);
        }
    }

    private static String caching(HttpRequest<?> request) {
        String path = request.getPath();
        if (path.startsWith("/webjars/")) {
            return YEAR;
        }
        if (path.startsWith("/assets/")) {
            return request.getParameters().contains(Assets.VERSION) ? YEAR : "no-cache";
        }
        return "no-store";
    }

    private static boolean isConsole(String path) {
        return path.equals("/console") || path.startsWith("/console/") || path.startsWith("/sign-");
    }
}
