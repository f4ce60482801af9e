package org.zhisheng.analytics.cli.task;

import java.util.List;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.quality.AnswerGrid;

/** The coded answers to several items, for checks of quality. Codes are places among all values of the items together. */
final class Answers {
    private Answers() {}

    static AnswerGrid of(List<String> items, Variables variables) {
        List<String> values = items.stream()
                .flatMap(item -> variables.category(item).values().stream())
                .distinct()
                .toList();
        byte[][] columns = new byte[items.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = shared(variables.category(items.get(i)), values);
        }
        return AnswerGrid.of(items, columns);
    }

    private static byte[] shared(CategoryVariable item, List<String> values) {
        if (item.values().equals(values)) {
            return item.column().codes();
        }
        byte[] place = new byte[item.categories()];
        for (int k = 0; k < place.length; k++) {
            place[k] = (byte) values.indexOf(item.values().get(k));
        }
        byte[] codes = new byte[item.rows()];
        for (int row = 0; row < codes.length; row++) {
            byte code = item.column().code(row);
            codes[row] = code < 0 ? code : place[code];
        }
        return codes;
    }
}
