package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhisheng.server.kernel.Language;

/** The words of a scheme in both languages; an id stands in for what has none. */
record SchemeNames(JsonNode zh, JsonNode en) {
    String title(Language language) {
        return in(language).path("title").asText();
    }

    /** The name of a dimension, band, cap or veto: {@code name("bands", "good", …)}. */
    String name(String kind, String id, Language language) {
        JsonNode node = in(language).path(kind).path(id);
        return node.isObject() ? node.path("name").asText(id) : node.asText(id);
    }

    /** How an indicator or measure is made. */
    String formula(String kind, String id, Language language) {
        return in(language).path(kind).path(id).path("formula").asText();
    }

    private JsonNode in(Language language) {
        return language == Language.CHINESE ? zh : en;
    }
}
