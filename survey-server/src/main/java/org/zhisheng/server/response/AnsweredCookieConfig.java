package org.zhisheng.server.response;

import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.zhisheng.server.survey.Fielded;

/**
 * The cookie that tells a phone that it has answered a survey in poster mode. Its value is the constant {@code 1} and it
 * expires a day after the survey closes, at the same moment for everybody ({@code Expires}; {@code Max-Age} would tell
 * the moment of the answer), so that it says neither who nor when. Phones are shared: it only puts a friendly line above
 * the questions. Over HTTPS its name starts with {@code __Host-}, which keeps it from neighbouring hosts.
 */
final class AnsweredCookieConfig {
    private static final Duration AFTER_CLOSE = Duration.ofDays(1);

    private AnsweredCookieConfig() {}

    static boolean isPresent(HttpRequest<?> request, Fielded survey) {
        return request.getCookies().findCookie(name(survey)).isPresent();
    }

    /** The value of {@code Set-Cookie}. */
    static String of(Fielded survey) {
        String expires = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                survey.closes().plus(AFTER_CLOSE).atOffset(ZoneOffset.UTC));
        return name(survey) + "=1; Path=/; Expires=" + expires + "; HttpOnly; SameSite=Lax"
                + (isEncrypted(survey) ? "; Secure" : "");
    }

    private static String name(Fielded survey) {
        return (isEncrypted(survey) ? "__Host-zs_" : "zs_") + survey.manifest().code();
    }

    private static boolean isEncrypted(Fielded survey) {
        return survey.manifest().address().startsWith("https:");
    }
}
