package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.zhisheng.server.platform.ContentSecurity;

/**
 * The style and scripts of the worker's pages, exactly as they are served, and the fingerprint over all of them that a
 * manifest carries. Whoever runs the server while workers answer could serve them other scripts; with the fingerprint
 * somebody who saves a page can tell.
 *
 * <p>Small parts are inlined, several files as one script in one function, which the templates module makes; the rest is
 * fetched on a tap.
 */
@Singleton
public final class PageBundle {
    /** Marks that a script will run; where the script throws while loading, the plain form comes back. */
    private static final String HEAD_SCRIPT = "document.documentElement.className=\"js\";"
            + "window.onerror=function(){document.documentElement.className=\"\"}";

    private static final List<String> FETCHED = List.of("admit.js", "credential.js", "blindrsa/blindrsa.js");

    private final String style = bare("phone.css");
    private final String wholeStyle = style + "\n" + bare("phone-more.css");
    private final String questions = script("questions");
    private final String shut = script("shut");
    private final String thanks = script("thanks");
    private final String cards = script("cards");
    private final String lines = lines();

    /** Reads the parts. */
    public PageBundle() {}

    /** The style of the questions. */
    public String style() {
        return style;
    }

    /** The style of the pages around the questions. */
    public String wholeStyle() {
        return wholeStyle;
    }

    /** The script in the head of pages that have another one at their end. */
    public String headScript() {
        return HEAD_SCRIPT;
    }

    /** The script of the questions. */
    public String questions() {
        return questions;
    }

    /** The script of the page of a survey that takes no answers. */
    public String shut() {
        return shut;
    }

    /** The script of the thanks. */
    public String thanks() {
        return thanks;
    }

    /** The script of the list of surveys that a card serves. */
    public String cards() {
        return cards;
    }

    /**
     * A line for each part: SHA-256 in Base64 as {@code sha256-…}, as content security policies write it, and its name.
     * Names of fetched files start with a slash.
     */
    public String text() {
        return lines;
    }

    /** SHA-256 of {@link #text()} in hexadecimal: what a manifest carries. */
    public String fingerprint() {
        return Signer.fingerprint(lines.getBytes(StandardCharsets.UTF_8));
    }

    private String lines() {
        SequencedMap<String, String> parts = new LinkedHashMap<>();
        parts.put("style", style);
        parts.put("whole style", wholeStyle);
        parts.put("head", HEAD_SCRIPT);
        parts.put("questions", questions);
        parts.put("shut", shut);
        parts.put("thanks", thanks);
        parts.put("cards", cards);
        FETCHED.forEach(file -> parts.put("/assets/" + file, text(file)));
        return parts.entrySet().stream()
                .map(part -> ContentSecurity.hash(part.getValue()).replace("'", "") + " " + part.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String script(String page) {
        return text("inlined/" + page + ".js").strip();
    }

    /** The style without comments and the spaces that mean nothing: readers of the page pay by the byte. */
    private static String bare(String file) {
        return text(file)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*([{};,>])\\s*", "$1")
                .replaceAll(":\\s+", ":")
                .replace(";}", "}")
                .strip();
    }

    private static String text(String file) {
        try (InputStream in = PageBundle.class.getResourceAsStream("/zhisheng/assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the asset " + file + " is missing from the templates module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the asset " + file + " cannot be read", e);
        }
    }
}
