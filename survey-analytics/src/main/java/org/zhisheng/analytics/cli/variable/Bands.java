package org.zhisheng.analytics.cli.variable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.data.CategoryColumn;

/** Bands of a number: a band holds its lower edge and not its upper. */
final class Bands {
    private Bands() {}

    static Derivation read(PlanNode node, String name, Scope scope) {
        String of = scope.variable(node.get("bands_of"));
        double[] edges =
                node.elements("edges").stream().mapToDouble(PlanNode::number).toArray();
        for (int i = 1; i < edges.length; i++) {
            if (edges[i] <= edges[i - 1]) {
                throw node.get("edges").fault("edges must ascend");
            }
        }
        List<String> labels = node.has("labels") ? node.texts("labels") : labels(node);
        if (labels.size() != edges.length + 1) {
            throw node.get("labels")
                    .fault(edges.length + " edges make " + (edges.length + 1) + " bands, not " + labels.size());
        }
        return variables -> {
            Variable source = variables.get(of);
            double[] numbers = variables.numbers(of);
            byte[] codes = new byte[variables.rows()];
            for (int row = 0; row < codes.length; row++) {
                int missing = source.missing(row);
                codes[row] = (byte) (missing < 0 ? missing : band(edges, numbers[row]));
            }
            return CategoryVariable.of(CategoryColumn.of(name, labels, codes), Map.of());
        };
    }

    private static int band(double[] edges, double number) {
        int place = Arrays.binarySearch(edges, number);
        return place >= 0 ? place + 1 : -place - 1;
    }

    private static List<String> labels(PlanNode node) {
        List<String> edges = node.texts("edges");
        List<String> labels = new ArrayList<>(List.of("under " + edges.getFirst()));
        for (int i = 1; i < edges.size(); i++) {
            labels.add(edges.get(i - 1) + " to under " + edges.get(i));
        }
        labels.add(edges.getLast() + " and over");
        return labels;
    }
}
