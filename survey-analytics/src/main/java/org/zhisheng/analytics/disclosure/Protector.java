package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a unit may show: how finely by its size, which groups by the primary and complementary rules, which weights
 * by what they give away. Nothing is decided without an audit of all of it together; what it finds exposed is suppressed
 * further and audited again, until at worst the whole unit is shown alone.
 *
 * <p>A demographic is audited apart from the frame. How it crosses the strata is nowhere published, so that any counts by
 * stratum go together with any counts by demographic that have the same totals.
 */
public final class Protector {
    private static final int MOST_WORDS = 20;

    private final ReleaseRule rule;
    private final Detail most;
    private final List<String> refused = new ArrayList<>();
    private AuditWork work = new AuditWork(0, 0, 0);
    private int patterns;
    private boolean exact = true;

    private Protector(ReleaseRule rule, Detail most) {
        this.rule = rule;
        this.most = most;
    }

    /** Protects a unit of which nothing was released before. */
    public static Protection protect(UnitCounts frame, List<UnitCounts> demographics, ReleaseRule rule) {
        return new Protector(rule, Detail.EVERYTHING).protect(frame, demographics, Earlier.nothing(demographics));
    }

    /** Protects a unit that shows no more than some detail, however large it is. */
    static Protection protect(UnitCounts frame, ReleaseRule rule, Detail most) {
        return new Protector(rule, most).protect(frame, List.of(), Earlier.nothing(List.of()));
    }

    /**
     * Protects a correction: what is already out is known to everyone.
     *
     * @param earlier the protection under which the same responses were released before
     * @throws IllegalArgumentException where respondents came or went since: the difference of two releases would give
     *     them away
     */
    public static Protection correct(
            UnitCounts frame, List<UnitCounts> demographics, ReleaseRule rule, Protection earlier) {
        for (int c = 0; c < frame.cells().size(); c++) {
            if (frame.cells().size() != earlier.frame().cells().size()
                    || frame.cells().get(c).respondents()
                            != earlier.frame().cells().get(c).respondents()) {
                throw new IllegalArgumentException(
                        "a correction rests on the same responses as what is out; respondents of cell "
                                + frame.cells().get(c).name()
                                + " came or went, and the difference of two releases would give them away");
            }
        }
        List<BitSet> out = new ArrayList<>(earlier.pattern().known(frame));
        out.addAll(earlier.blockCells());
        Earlier known = new Earlier(out, Earlier.nothing(demographics).demographics());
        return new Protector(rule, Detail.EVERYTHING).protect(frame, demographics, known);
    }

    /**
     * Protects a correction of a release that is out, as it was published.
     *
     * @param earlier the release that is out
     * @throws IllegalArgumentException where it is not of the same responses, cells and dimensions
     */
    public static Protection correct(
            UnitCounts frame, List<UnitCounts> demographics, ReleaseRule rule, Release earlier) {
        return new Protector(rule, Detail.EVERYTHING)
                .protect(frame, demographics, Earlier.of(earlier, frame, demographics));
    }

    private Protection protect(UnitCounts frame, List<UnitCounts> demographics, Earlier earlier) {
        List<BitSet> out = earlier.frame();
        Detail detail = detail(frame, demographics, out);
        Pattern pattern = pattern(frame, detail, out);
        List<Pattern> others = new ArrayList<>();
        for (int d = 0; d < demographics.size(); d++) {
            others.add(
                    pattern(demographics.get(d), detail, earlier.demographics().get(d)));
        }
        List<BitSet> blocks = detail == Detail.COUNT_ONLY
                ? List.of(frame.all())
                : Weighting.blocks(frame, rule, b -> isSafe(frame, pattern, b, out, detail));
        return new Protection(
                frame,
                demographics,
                rule,
                detail,
                pattern,
                others,
                blocks,
                new AuditReport(patterns, exact, refused, blocks.size(), work));
    }

    /** By size, unless the total alone would expose someone: where nearly all of a tiny unit are of one cell or group. */
    private Detail detail(UnitCounts frame, List<UnitCounts> demographics, List<BitSet> out) {
        Detail ofSize = rule.detail(frame.respondents());
        Detail bySize = ofSize.compareTo(most) > 0 ? most : ofSize;
        if (bySize == Detail.COUNT_ONLY) {
            return bySize;
        }
        List<BitSet> total = new ArrayList<>(out);
        total.add(frame.all());
        boolean safe = passes(
                        new Audit(frame, rule),
                        frame,
                        total,
                        Pattern.nothing(frame).hidden(frame),
                        Detail.EVERYTHING)
                && demographics.stream()
                        .allMatch(d -> passes(new Audit(d, rule), d, List.of(d.all()), List.of(), Detail.EVERYTHING));
        return safe ? bySize : Detail.COUNT_ONLY;
    }

    private Pattern pattern(UnitCounts unit, Detail detail, List<BitSet> out) {
        if (!detail.groups()) {
            return Pattern.nothing(unit);
        }
        Audit audit = new Audit(unit, rule);
        Suppression suppression = new Suppression(unit, rule, p -> {
            List<BitSet> known = new ArrayList<>(p.known(unit));
            known.addAll(out);
            return passes(audit, unit, known, p.hidden(unit), detail);
        });
        Pattern best = suppression.best();
        patterns += suppression.tried();
        exact &= suppression.exact();
        work = work.plus(audit.work());
        return best;
    }

    /** Blocks are known in every category, because means and errors are; groups as finely as they are shown. */
    private boolean isSafe(UnitCounts unit, Pattern pattern, List<BitSet> blocks, List<BitSet> out, Detail detail) {
        Audit audit = new Audit(unit, rule);
        List<BitSet> known = new ArrayList<>(pattern.known(unit));
        known.addAll(blocks);
        known.addAll(out);
        boolean safe = passes(audit, unit, known, pattern.hidden(unit), detail);
        if (safe && detail != Detail.EVERYTHING) {
            List<BitSet> finest = new ArrayList<>(blocks);
            finest.add(unit.all());
            finest.addAll(out);
            safe = passes(audit, unit, finest, pattern.hidden(unit), Detail.EVERYTHING);
        }
        work = work.plus(audit.work());
        return safe;
    }

    private boolean passes(Audit audit, UnitCounts unit, List<BitSet> known, List<BitSet> hidden, Detail detail) {
        Optional<Exposure> exposure = audit.exposure(known, hidden, detail);
        exposure.filter(e -> refused.size() < MOST_WORDS)
                .map(e -> words(unit, e))
                .filter(w -> !refused.contains(w))
                .ifPresent(refused::add);
        return exposure.isEmpty();
    }

    /** Says what was exposed without the numbers: the report may be read by people who may not see them. */
    private static String words(UnitCounts unit, Exposure exposure) {
        List<String> cells = exposure.cells().stream()
                .mapToObj(c -> unit.cells().get(c).name())
                .toList();
        return (exposure.item().isEmpty() ? "every item" : exposure.item()) + " in " + String.join(" + ", cells);
    }
}
