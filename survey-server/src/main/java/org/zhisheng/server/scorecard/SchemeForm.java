package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        each("dimensions", (place, id, node) -> number(place, "w." + id, node, "weight", Bound.POSITIVE));
        each("indicators", this::indicator);
        each("bands", (place, id, node) -> number(place, "b." + id, node, "from", Bound.POINTS));
        each("caps", (place, id, node) -> number(place, "c." + id, node, "below", Bound.POINTS));
        number("missingAllowed", "missingAllowed", definition, "missingAllowed", Bound.POINTS);
        number("smallUnit", "smallUnit", definition, "smallUnit", Bound.COUNT);
    }

    private void indicator(String place, String id, ObjectNode node) {
        number(place, "w." + id, node, "weight", Bound.POSITIVE);
        number(place, "t." + id, node, "target", Bound.ANY);
        ObjectNode normalise = (ObjectNode) node.get("normalise");
        boolean ratio = normalise.path("by").asText().equals("target-ratio");
        number(place, "n." + id, normalise, "target", ratio ? Bound.POSITIVE : Bound.ANY);
        number(place, "l." + id, normalise, "lower", Bound.POSITIVE);
        number(place, "u." + id, normalise, "upper", Bound.POSITIVE);
        if (normalise.path("lower").asDouble() > normalise.path("upper").asDouble()) {
            faults.add(Fault.of("u." + id, SchemeFaults.RULE + "edges-out-of-order", place));
        }
    }

    private interface Element {
        void apply(String place, String id, ObjectNode node);
    }

    private void each(String list, Element work) {
        for (JsonNode node : definition.path(list)) {
            String id = node.get("id").asText();
            work.apply(list + "." + id, id, (ObjectNode) node);
        }
    }

    /** Which numbers a field takes. */
    private enum Bound {
        ANY,
        POSITIVE,
        POINTS,
        COUNT;

        boolean holds(double typed) {
            return Double.isFinite(typed)
                    && switch (this) {
                        case ANY -> true;
                        case POSITIVE -> typed > 0;
                        case POINTS -> typed >= 0 && typed <= 100;
                        case COUNT -> typed >= 0 && typed == Math.rint(typed) && typed < Integer.MAX_VALUE;
                    };
        }
    }

    private void number(String place, String field, ObjectNode node, String name, Bound bound) {
        if (!form.has(field)) {
            return;
        }
        String text = form.text(field);
        try {
            double typed = Double.parseDouble(text);
            if (!bound.holds(typed)) {
                faults.add(Fault.of(
                        field, SchemeFaults.RULE + "number-" + bound.name().toLowerCase(Locale.ROOT), place, text));
            } else if (typed == Math.rint(typed) && Math.abs(typed) < Integer.MAX_VALUE) {
                node.put(name, (int) typed);
            } else {
                node.put(name, typed);
            }
        } catch (NumberFormatException e) {
            faults.add(Fault.of(field, SchemeFaults.RULE + "number-any", place, text));
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
