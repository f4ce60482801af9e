package org.zhisheng.server.platform;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import org.zhisheng.server.kernel.Language;

/**
 * Keeps the language that somebody chose with {@code ?lang=} for later pages. Not on workers' pages, which set no cookie
 * that differs between two people.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LanguageCookie {
    @ResponseFilter
    void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String asked = request.getParameters().get(RequestLanguage.NAME);
        if (asked == null || request.getPath().startsWith("/s/")) {
            return;
        }
        Language.of(asked)
                .ifPresent(language -> response.cookie(Cookie.of(RequestLanguage.NAME, language.tag())
                        .path("/")
                        .httpOnly(true)
                        .sameSite(SameSite.Lax)
                        .maxAge(Duration.ofDays(365))));
    }
}
