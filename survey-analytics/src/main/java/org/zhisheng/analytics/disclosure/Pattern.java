package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which groups of each dimension show figures. It is the same for all items, so that no item can undo what another
 * hides.
 *
 * @param shown for each dimension, the places of its shown groups
 */
record Pattern(List<BitSet> shown) {
    Pattern {
        shown = shown.stream().map(s -> (BitSet) s.clone()).toList();
    }

    /** The pattern that shows no group. */
    static Pattern nothing(UnitCounts unit) {
        return new Pattern(unit.dimensions().stream().map(d -> new BitSet()).toList());
    }

    boolean shows(int dimension, int group) {
        return shown.get(dimension).get(group);
    }

    /**
     * Every group that a reader knows all counts of: the unit, the shown groups, and what is left of a dimension when the
     * shown ones are taken from the unit.
     */
    List<BitSet> known(UnitCounts unit) {
        List<BitSet> known = new ArrayList<>();
        known.add(unit.all());
        for (int d = 0; d < shown.size(); d++) {
            if (shown.get(d).isEmpty()) {
                continue;
            }
            BitSet rest = unit.all();
            for (int g = shown.get(d).nextSetBit(0); g >= 0; g = shown.get(d).nextSetBit(g + 1)) {
                BitSet cells = unit.dimensions().get(d).cells(g);
                known.add(cells);
                rest.andNot(cells);
            }
            if (unit.size(rest) > 0) {
                known.add(rest);
            }
        }
        return known;
    }

    /** Declared groups whose figures are not shown, those without respondents left out. */
    List<BitSet> hidden(UnitCounts unit) {
        List<BitSet> hidden = new ArrayList<>();
        for (int d = 0; d < shown.size(); d++) {
            Dimension dimension = unit.dimensions().get(d);
            for (int g = 0; g < dimension.groups().size(); g++) {
                if (!shows(d, g) && unit.size(dimension.cells(g)) > 0) {
                    hidden.add(dimension.cells(g));
                }
            }
        }
        return hidden;
    }
}
