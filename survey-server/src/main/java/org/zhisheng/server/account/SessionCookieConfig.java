package org.zhisheng.server.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.zhisheng.server.platform.PublicScheme;

/**
 * The session's cookie: out of reach of scripts and not sent along by other sites' forms. Over HTTPS it is Secure and its
 * name starts with {@code __Host-}, so that no neighbouring host can set it.
 */
@Singleton
final class SessionCookieConfig {
    private static final String NAME = "session";

    private final PublicScheme scheme;

    SessionCookieConfig(PublicScheme scheme) {
        this.scheme = scheme;
    }

    /** The token that a request carries, if any. */
    Optional<Token> read(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(name(request))
                .map(Cookie::getValue)
                .map(Token::new);
    }

    /** The cookie that hands a token to the browser; it goes when the browser is closed. */
    Cookie write(HttpRequest<?> request, Token token) {
        return cookie(request, token.text());
    }

    /** The cookie that makes the browser forget its token. */
    Cookie erase(HttpRequest<?> request) {
        return cookie(request, "").maxAge(Duration.ZERO);
    }

    private Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(scheme.isHttps(request))
                .sameSite(SameSite.Lax);
    }

    private String name(HttpRequest<?> request) {
        return scheme.isHttps(request) ? "__Host-" + NAME : NAME;
    }
}
