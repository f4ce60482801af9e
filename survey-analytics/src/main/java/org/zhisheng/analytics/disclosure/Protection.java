package org.zhisheng.analytics.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the rules and the audit allow a unit to show.
 */
public final class Protection {
    private final UnitCounts frame;
    private final List<UnitCounts> demographics;
    private final ReleaseRule rule;
    private final Detail detail;
    private final Pattern pattern;
    private final List<Pattern> demographicPatterns;
    private final List<BitSet> blocks;
    private final AuditReport report;

    Protection(
            UnitCounts frame,
            List<UnitCounts> demographics,
            ReleaseRule rule,
            Detail detail,
            Pattern pattern,
            List<Pattern> demographicPatterns,
            List<BitSet> blocks,
            AuditReport report) {
        this.frame = frame;
        this.demographics = List.copyOf(demographics);
        this.rule = rule;
        this.detail = detail;
        this.pattern = pattern;
        this.demographicPatterns = List.copyOf(demographicPatterns);
        this.blocks = List.copyOf(blocks);
        this.report = report;
    }

    /** How much a unit of this size may show. */
    public Detail detail() {
        return detail;
    }

    /** What the audit did. */
    public AuditReport report() {
        return report;
    }

    /**
     * The weighting blocks: names of the cells within which every respondent has the same weight. Figures of the whole
     * unit may be weighted by these and by nothing finer.
     */
    public List<List<String>> blocks() {
        return blocks.stream()
                .map(b -> b.stream().mapToObj(c -> frame.cells().get(c).name()).toList())
                .toList();
    }

    /**
     * The same decisions for some of the items and dimensions: where a unit is released in parts for different readers,
     * all of it is audited together, so that no part undoes what another hides.
     *
     * @param items codes of the items that the part holds
     * @param dimensions names of the dimensions, of the frame or demographic, that it is shown by
     */
    public Protection part(Set<String> items, Set<String> dimensions) {
        List<Integer> kept = places(frame, dimensions);
        List<Integer> others = IntStream.range(0, demographics.size())
                .filter(i -> !places(demographics.get(i), dimensions).isEmpty())
                .boxed()
                .toList();
        return new Protection(
                part(frame, items, kept),
                others.stream()
                        .map(demographics::get)
                        .map(d -> part(d, items, places(d, dimensions)))
                        .toList(),
                rule,
                detail,
                new Pattern(kept.stream().map(pattern.shown()::get).toList()),
                others.stream().map(demographicPatterns::get).toList(),
                blocks,
                report);
    }

    private static List<Integer> places(UnitCounts unit, Set<String> dimensions) {
        return IntStream.range(0, unit.dimensions().size())
                .filter(d -> dimensions.contains(unit.dimensions().get(d).name()))
                .boxed()
                .toList();
    }

    private static UnitCounts part(UnitCounts unit, Set<String> items, List<Integer> dimensions) {
        return new UnitCounts(
                unit.cells(),
                dimensions.stream().map(unit.dimensions()::get).toList(),
                unit.items().stream().filter(i -> items.contains(i.code())).toList());
    }

    List<BitSet> blockCells() {
        return blocks;
    }

    UnitCounts frame() {
        return frame;
    }

    List<UnitCounts> demographics() {
        return demographics;
    }

    ReleaseRule rule() {
        return rule;
    }

    Pattern pattern() {
        return pattern;
    }

    Pattern demographicPattern(int demographic) {
        return demographicPatterns.get(demographic);
    }

    /** Whether a group of a dimension of the frame or of a demographic shows figures. */
    public boolean shows(String dimension, String group) {
        return shows(frame, pattern, dimension, group)
                || IntStream.range(0, demographics.size())
                        .anyMatch(i -> shows(demographics.get(i), demographicPatterns.get(i), dimension, group));
    }

    private static boolean shows(UnitCounts unit, Pattern pattern, String dimension, String group) {
        for (int d = 0; d < unit.dimensions().size(); d++) {
            Dimension of = unit.dimensions().get(d);
            if (of.name().equals(dimension)) {
                int place = of.groups().indexOf(group);
                return place >= 0 && pattern.shows(d, place);
            }
        }
        return false;
    }
}
