package org.zhisheng.analytics.cli.scheme;

import java.util.Map;
import org.zhisheng.analytics.cli.plan.PlanNode;

/** The words of a scheme in one language; ids stand in for what has none. */
public record SchemeWords(
        String title,
        Map<String, String> dimensions,
        Map<String, String> indicators,
        Map<String, String> formulas,
        Map<String, String> bands) {
    static final SchemeWords NONE = new SchemeWords("", Map.of(), Map.of(), Map.of(), Map.of());

    static SchemeWords read(PlanNode node) {
        return new SchemeWords(
                node.text("title"),
                node.members("dimensions", PlanNode::text),
                node.members("indicators", n -> n.text("name")),
                node.members("indicators", n -> n.text("formula")),
                node.members("bands", PlanNode::text));
    }

    public String dimension(String id) {
        return dimensions.getOrDefault(id, id);
    }

    public String indicator(String id) {
        return indicators.getOrDefault(id, id);
    }

    public String band(String id) {
        return bands.getOrDefault(id, id);
    }
}
