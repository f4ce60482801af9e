package org.zhisheng.analytics.disclosure;

import java.util.List;

/**
 * A table as it was estimated, before the gate: never shown to anyone.
 *
 * @param dimension what parts the groups: empty for the whole unit, else a dimension of the frame or a demographic
 * @param groups the groups, which together hold every respondent of the table once
 */
public record Candidate(String dimension, List<Group> groups) {
    public Candidate {
        groups = List.copyOf(groups);
    }

    /**
     * One group of a candidate table.
     *
     * @param name the group's name; empty for the whole unit
     * @param headcount covered workers, or -1 where it is not known
     * @param respondents valid responses
     * @param countIsPublic whether the number of responses is published whatever it is, as it is for the frame's groups
     * @param figures its estimates
     */
    public record Group(String name, int headcount, int respondents, boolean countIsPublic, List<Figure> figures) {
        public Group {
            figures = List.copyOf(figures);
        }
    }
}
