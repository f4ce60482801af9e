package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A frame as it was typed or pasted, before anything is checked: whatever stands here is shown again as it is.
 *
 * @param header the cells of the header row: names of the dimensions, then the heading of the headcounts
 * @param rows the cells of the rows beneath: one category a dimension, then the headcount
 */
@Serdeable
public record Grid(List<String> header, List<List<String>> rows) {
    /** Nothing typed. */
    public static final Grid EMPTY = new Grid(List.of(), List.of());

    public Grid {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
