package org.zhisheng.analytics.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * A table that passed the gate. It cannot be made outside this package, so whoever holds one holds something that may be
 * shown.
 */
public final class ReleasedTable {
    private final String dimension;
    private final List<Group> groups;

    ReleasedTable(String dimension, List<Group> groups) {
        this.dimension = dimension;
        this.groups = List.copyOf(groups);
    }

    /** What parts the groups; empty for the whole unit. */
    public String dimension() {
        return dimension;
    }

    /** The groups in the order of the frame or the item. */
    public List<Group> groups() {
        return groups;
    }

    /**
     * One group of a released table.
     *
     * @param name the group's name; empty for the whole unit
     * @param headcount covered workers; -1 where it is not known
     * @param respondents valid responses; -1 where the number itself is hidden
     * @param shown whether its figures are shown, and why not
     * @param figures its figures; none where the group is hidden
     */
    public record Group(String name, int headcount, int respondents, Shown shown, List<Figure> figures) {
        public Group {
            figures = List.copyOf(figures);
        }

        /** The figure of an item, if it is shown. */
        public Optional<Figure> figure(String item, String category, String statistic) {
            return figures.stream()
                    .filter(f -> f.item().equals(item)
                            && f.category().equals(category)
                            && f.statistic().equals(statistic))
                    .findFirst();
        }
    }
}
