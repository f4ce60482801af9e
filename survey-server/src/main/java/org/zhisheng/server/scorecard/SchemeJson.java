package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Schemes as JSON texts: the editor changes the tree that a locality typed, so that nothing it holds is lost. */
final class SchemeJson {
    private static final String ROOT = "/zhisheng/schemes/";
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SchemeJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** A file of the templates, named from the folder of the schemes, as text. */
    static String shippedText(String file) {
        try (InputStream in = SchemeJson.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("schemes/" + file + " is missing from the templates module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schemes/" + file + " cannot be read", e);
        }
    }

    static JsonNode shipped(String file) {
        return stored(shippedText(file));
    }

    /** Parses what was checked before it was stored. */
    static JsonNode stored(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored scheme is no JSON", e);
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
