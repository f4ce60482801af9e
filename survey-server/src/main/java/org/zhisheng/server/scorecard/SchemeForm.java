package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.score.Dimension;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.Reweighting;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.platform.Entries;

/** Puts what was typed in the editor into a scheme's JSON, and leaves everything else as it is. */
final class SchemeForm {
    private final ObjectNode definition;
    private final Entries form;
    private final List<Fault> faults = new ArrayList<>();

    private SchemeForm(ObjectNode definition, Entries form) {
        this.definition = definition;
        this.form = form;
    }

    /** The definition with the form's numbers; what is no number is a fault and stays as it was. */
    record Filled(ObjectNode definition, List<Fault> faults) {}

    static Filled fill(String definition, Entries form) {
        SchemeForm filling = new SchemeForm((ObjectNode) SchemeJson.stored(definition), form);
        filling.run();
        return new Filled(filling.definition, filling.faults);
    }

    private void run() {
        each("dimensions", (id, node) -> number("w." + id, node, "weight"));
        each("indicators", (id, node) -> {
            number("w." + id, node, "weight");
            number("t." + id, node, "target");
            ObjectNode normalise = (ObjectNode) node.get("normalise");
            number("n." + id, normalise, "target");
            number("l." + id, normalise, "lower");
            number("u." + id, normalise, "upper");
        });
        each("bands", (id, node) -> number("b." + id, node, "from"));
        each("caps", (id, node) -> number("c." + id, node, "below"));
        number("missingAllowed", definition, "missingAllowed");
        number("smallUnit", definition, "smallUnit");
    }

    private interface Element {
        void apply(String id, ObjectNode node);
    }

    private void each(String list, Element work) {
        for (JsonNode node : definition.path(list)) {
            work.apply(node.get("id").asText(), (ObjectNode) node);
        }
    }

    private void number(String field, ObjectNode node, String name) {
        if (!form.has(field)) {
            return;
        }
        try {
            double typed = Double.parseDouble(form.text(field));
            if (typed == Math.rint(typed) && Math.abs(typed) < Integer.MAX_VALUE) {
                node.put(name, (int) typed);
            } else {
                node.put(name, typed);
            }
        } catch (NumberFormatException e) {
            faults.add(Fault.of(field, "scorecard.scheme.number"));
        }
    }

    /** The definition with equal weights for all indicators. */
    static ObjectNode equal(String definition, Scheme scheme) {
        return weighed(definition, Reweighting.equal(scheme));
    }

    /** The definition with a scheme's weights. */
    static ObjectNode weighed(String definition, Scheme scheme) {
        ObjectNode tree = (ObjectNode) SchemeJson.stored(definition);
        for (JsonNode node : tree.path("dimensions")) {
            ((ObjectNode) node)
                    .put("weight", weight(scheme.dimensions(), node.get("id").asText()));
        }
        for (JsonNode node : tree.path("indicators")) {
            double weight = scheme.indicator(node.get("id").asText())
                    .map(Indicator::weight)
                    .orElseThrow();
            ((ObjectNode) node).put("weight", weight);
        }
        return tree;
    }

    private static double weight(List<Dimension> dimensions, String id) {
        return dimensions.stream()
                .filter(d -> d.id().equals(id))
                .mapToDouble(Dimension::weight)
                .findFirst()
                .orElseThrow();
    }
}
