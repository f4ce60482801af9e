package org.zhisheng.server.platform;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

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

    /**
     * Allows the response to this request to carry an inline style and inline scripts.
     *
     * @param style the text between the tags of the style
     * @param scripts the texts between the tags of the scripts
     */
    public static void allowInline(HttpRequest<?> request, String style, List<String> scripts) {
        String sources = scripts.stream().map(s -> " " + hash(s)).collect(Collectors.joining());
        String inline = "; style-src 'self' " + hash(style) + "; script-src 'self'" + sources;
        request.setAttribute(RequestAttributes.INLINE_SOURCES, inline);
    }

    /** Allows scripts of the page to talk to another origin too: {@code https://issuer.example.org}. */
    public static void allowConnect(HttpRequest<?> request, String origin) {
        request.setAttribute(RequestAttributes.CONNECT_ORIGIN, origin);
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
        String connect = request.getAttribute(RequestAttributes.CONNECT_ORIGIN, String.class)
                .map(origin -> "; connect-src 'self' " + origin)
                .orElse("");
        String inline = request.getAttribute(RequestAttributes.INLINE_SOURCES, String.class)
                .orElse("");
        return POLICY.replace(FORM, form) + connect + inline;
    }
}
