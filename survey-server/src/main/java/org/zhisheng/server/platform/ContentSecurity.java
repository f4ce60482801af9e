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

    /**
     * Allows the page to talk to the issuer of credentials, and to send its form there, where that is another host.
     *
     * @param origin scheme, host and port; the page's own server is always allowed
     */
    public static void allowIssuer(HttpRequest<?> request, String origin) {
        request.setAttribute(RequestAttributes.ISSUER, origin);
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
        String issuer = request.getAttribute(RequestAttributes.ISSUER, String.class)
                .map(origin -> " " + origin)
                .orElse("");
        String policy = POLICY.replace("form-action 'self'", "form-action 'self'" + issuer)
                + (issuer.isEmpty() ? "" : "; connect-src 'self'" + issuer);
        return policy
                + request.getAttribute(RequestAttributes.INLINE_SOURCES, String.class)
                        .orElse("");
    }
}
