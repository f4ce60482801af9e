package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.zhisheng.analytics.disclosure.ReleasedTable.Group;

/**
 * What everybody knows of the same responses because of an earlier release: the groups that it shows, what is left beside
 * them, and the blocks that it weights by. A correction is audited together with these.
 *
 * @param frame groups of cells of the frame whose counts are out
 * @param demographics for each demographic, groups of its cells whose counts are out
 */
record Earlier(List<BitSet> frame, List<List<BitSet>> demographics) {
    /** Before anything was released. */
    static Earlier nothing(List<UnitCounts> demographics) {
        return new Earlier(
                List.of(), demographics.stream().map(d -> List.<BitSet>of()).toList());
    }

    /**
     * What a release that is out gives away.
     *
     * @throws IllegalArgumentException where the release is not of these responses, or not of these cells and dimensions
     */
    static Earlier of(Release out, UnitCounts frame, List<UnitCounts> demographics) {
        List<BitSet> known = new ArrayList<>();
        List<List<BitSet>> others = new ArrayList<>();
        for (UnitCounts demographic : demographics) {
            List<BitSet> of = new ArrayList<>();
            for (Dimension dimension : demographic.dimensions()) {
                of.addAll(known(out, demographic, dimension, false));
            }
            others.add(of);
        }
        requireSame(out.whole().respondents(), frame.respondents(), "in all");
        for (ReleasedTable table : out.tables()) {
            require(
                    table.dimension().isEmpty()
                            || names(frame).contains(table.dimension())
                            || demographics.stream().anyMatch(d -> names(d).contains(table.dimension())),
                    "it has a table by '" + table.dimension() + "', which is not parted by now");
        }
        for (Dimension dimension : frame.dimensions()) {
            known.addAll(known(out, frame, dimension, true));
        }
        if (out.whole().shown() == Shown.YES) {
            known.add(frame.all());
            out.terms().blocks().forEach(block -> known.add(cells(frame, block)));
        }
        return new Earlier(List.copyOf(known), List.copyOf(others));
    }

    private static List<String> names(UnitCounts unit) {
        return unit.dimensions().stream().map(Dimension::name).toList();
    }

    /** What the table of a dimension shows; nothing where it was not released. */
    private static List<BitSet> known(Release out, UnitCounts unit, Dimension dimension, boolean countsArePublic) {
        List<BitSet> shown = unit.dimensions().stream().map(d -> new BitSet()).toList();
        for (Group group : out.by(dimension.name()).map(ReleasedTable::groups).orElse(List.of())) {
            int place = dimension.groups().indexOf(group.name());
            require(place >= 0, "it has the group '" + group.name() + "' of " + dimension.name() + ", which is gone");
            if (countsArePublic || group.shown() == Shown.YES) {
                requireSame(group.respondents(), unit.size(dimension.cells(place)), "in " + group.name());
            }
            shown.get(unit.dimensions().indexOf(dimension)).set(place, group.shown() == Shown.YES);
        }
        Pattern pattern = new Pattern(shown);
        return pattern.shown().stream().allMatch(BitSet::isEmpty) ? List.of() : pattern.known(unit);
    }

    private static BitSet cells(UnitCounts frame, List<String> block) {
        BitSet cells = new BitSet();
        for (String name : block) {
            int at = frame.cells().stream().map(Cell::name).toList().indexOf(name);
            require(at >= 0, "it weights by the cell '" + name + "', which is gone");
            cells.set(at);
        }
        return cells;
    }

    private static void requireSame(int before, int now, String where) {
        require(
                before == now,
                "it has " + before + " respondents " + where + " and now there are " + now
                        + ": the difference of two releases would give those away who came or went");
    }

    private static void require(boolean condition, String why) {
        if (!condition) {
            throw new IllegalArgumentException("the earlier release is not of the same responses: " + why);
        }
    }
}
