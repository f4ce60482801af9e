package org.zhisheng.analytics.disclosure;

import java.util.List;

/**
 * The mean of several items' means, each on its own base.
 *
 * @param code what it is called, for example {@code I12}
 * @param items codes of its items; a group shows it only where it shows all of them
 */
public record Composite(String code, List<String> items) {
    public Composite {
        items = List.copyOf(items);
    }
}
