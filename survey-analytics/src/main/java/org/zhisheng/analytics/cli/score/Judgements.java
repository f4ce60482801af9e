package org.zhisheng.analytics.cli.score;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.score.Ahp;

/** Matrices of pairwise judgements in a plan, whose entries are numbers or texts such as {@code "1/3"}. */
final class Judgements {
    private Judgements() {}

    static Ahp weigh(PlanNode experts, int items) {
        List<double[][]> matrices = new ArrayList<>();
        for (PlanNode expert : experts.elements()) {
            List<PlanNode> rows = expert.elements();
            if (rows.size() != items) {
                throw expert.fault("has " + rows.size() + " rows for " + items + " items to compare");
            }
            double[][] matrix = new double[rows.size()][];
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = rows.get(i).elements().stream()
                        .mapToDouble(Judgements::entry)
                        .toArray();
            }
            matrices.add(matrix);
        }
        try {
            return Ahp.of(matrices);
        } catch (IllegalArgumentException e) {
            throw experts.fault(String.valueOf(e.getMessage()));
        }
    }

    private static double entry(PlanNode node) {
        if (!node.json().isTextual()) {
            return node.number();
        }
        String[] parts = node.text().split("/", 2);
        try {
            double top = Double.parseDouble(parts[0].strip());
            return parts.length == 1 ? top : top / Double.parseDouble(parts[1].strip());
        } catch (NumberFormatException e) {
            throw node.fault("'" + node.text() + "' is neither a number nor a fraction such as 1/3");
        }
    }
}
