package org.zhisheng.server.scorecard;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What one expert thinks of the importance of several things beside one another.
 *
 * @param of {@code dimensions}, or the id of the dimension whose indicators are compared
 * @param expert the expert's name
 * @param entries of the upper triangle row by row: how many times as important the first is as the second
 */
@Serdeable
record Judgement(String of, String expert, List<Double> entries) {
    Judgement {
        entries = List.copyOf(entries);
    }

    /** The whole matrix; below the diagonal stands 1 over what is above. */
    double[][] matrix(int items) {
        double[][] matrix = new double[items][items];
        int at = 0;
        for (int i = 0; i < items; i++) {
            matrix[i][i] = 1;
            for (int j = i + 1; j < items; j++) {
                matrix[i][j] = entries.get(at++);
                matrix[j][i] = 1 / matrix[i][j];
            }
        }
        return matrix;
    }
}
