package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A table that a survey declares at launch that it will release; nothing else is ever tabulated for a reader.
 *
 * @param items item codes tabulated, empty for response counts
 * @param by what crosses them: empty for the whole unit, a dimension of the frame, or a demographic's code
 */
@Serdeable
public record DeclaredTable(List<String> items, String by) {
    public DeclaredTable {
        items = List.copyOf(items);
    }
}
