package org.zhisheng.server.platform;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The content security policy of a page: everything comes from this server, nothing is framed, no inline style or script
 * runs. A page that must arrive in one response (the worker's) names the hashes of what it inlines with
 * {@link #allowInline}; hashes rather than nonces, so that a page can be rendered once and served many times.
 */
public final class ContentSecurity {
    private static final String FORM = "form-action 'self'";

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    private ContentSecurity() {}

    /** Allows the response to this request to carry inline style and script with the given {@link #hash hashes}. */
    public static void allowInline(HttpRequest<?> request, List<String> hashes) {
        request.setAttribute(RequestAttributes.INLINE_SOURCES, List.copyOf(hashes));
    }

    /** Allows forms of the response to this request to be sent to another origin too: {@code https://survey.example.org}. */
    public static void allowForm(HttpRequest<?> request, String origin) {
        request.setAttribute(RequestAttributes.FORM_ORIGIN, origin);
    }

    /** The source expression of an inline style or script: {@code 'sha256-…'} of exactly the text between its tags. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String policy(HttpRequest<?> request) {
        String form = request.getAttribute(RequestAttributes.FORM_ORIGIN, String.class)
                .map(origin -> "form-action 'self' " + origin)
                .orElse(FORM);
        return sources(request).replace(FORM, form);
    }

    private static String sources(HttpRequest<?> request) {
        List<?> inline = request.getAttribute(RequestAttributes.INLINE_SOURCES, List.class)
                .orElse(List.of());
        if (inline.isEmpty()) {
            return POLICY;
        }
        String sources = String.join(" ", inline.stream().map(Object::toString).toList());
        return POLICY + "; style-src 'self' " + sources + "; script-src 'self' " + sources;
    }
}
