package org.zhisheng.server.platform;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Whether a reader's browser speaks HTTPS, though a proxy may speak plain HTTP to us: it does when the proxy says so, or
 * when the address it asked for is the public one and that is HTTPS. Who forges this gets headers and cookies that are
 * stricter than needed, nothing else. A console reached by {@code http://localhost} stays usable beside it.
 */
@Singleton
public final class PublicScheme {
    private final InstallationConfig installation;

    PublicScheme(InstallationConfig installation) {
        this.installation = installation;
    }

    /** Whether the browser that sent this request speaks HTTPS. */
    public boolean isHttps(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"))
                || isPublicAddress(request);
    }

    private boolean isPublicAddress(HttpRequest<?> request) {
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return installation.https()
                && installation
                        .publicAddress()
                        .filter(address -> address.getRawAuthority().equalsIgnoreCase(host))
                        .isPresent();
    }
}
