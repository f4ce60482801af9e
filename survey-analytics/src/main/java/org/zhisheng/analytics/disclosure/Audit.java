package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks of a planned release whether an answer of a small group would be exposed: whether in a group of 1 to k − 1 people,
 * hidden or derivable, the feasible width of an answer is under the least of three, the group's size, and its count and
 * its complement in the smallest known groups around it.
 *
 * <p>The attacker knows every cell's number of respondents and all counts of the known groups, exactly: rounded percent
 * with a published base, weighted totals with many decimals and their errors give no more than that. Three ways are tried
 * in order of their cost, and the first two give proofs in whole people: a closed form where the group's people can be
 * exchanged within all known groups, exchanges in pairs, a linear program.
 */
final class Audit {
    private final UnitCounts unit;
    private final ReleaseRule rule;
    private final Map<Detail, List<ItemCounts.Told>> tables = new HashMap<>();
    private int lastItem;
    private long byClosedForm;
    private long byExchange;
    private long byProgram;

    Audit(UnitCounts unit, ReleaseRule rule) {
        this.unit = unit;
        this.rule = rule;
    }

    /** Verdicts given by the closed form, by exchanges, and by linear programs. */
    AuditWork work() {
        return new AuditWork(byClosedForm, byExchange, byProgram);
    }

    /**
     * The first exposure found.
     *
     * @param known groups whose counts are known, the whole unit among them
     * @param hidden declared groups whose figures are not shown
     * @param detail how finely categories are told apart
     */
    Optional<Exposure> exposure(List<BitSet> known, List<BitSet> hidden, Detail detail) {
        Optional<BitSet> derivable = new Span(unit, known).small(rule.minimumGroup() - 1);
        if (derivable.isPresent()) {
            int size = unit.size(derivable.get());
            return Optional.of(new Exposure("", derivable.get(), size, 0, Math.min(size, ReleaseRule.REQUIRED_WIDTH)));
        }
        List<BitSet> small = small(hidden);
        List<ItemCounts.Told> items = tables.computeIfAbsent(
                detail, d -> unit.items().stream().map(i -> i.told(d)).toList());
        Known what = new Known(unit, rule, known);
        for (int i = 0; i < items.size(); i++) {
            // What was exposed under the last pattern is most likely to be under the next.
            int item = (lastItem + i) % items.size();
            Optional<Exposure> found = exposure(item, items.get(item), what, small);
            if (found.isPresent()) {
                lastItem = item;
                return found;
            }
        }
        return Optional.empty();
    }

    /** Groups of 1 to k − 1 people: cells, and the declared groups that are hidden. */
    private List<BitSet> small(List<BitSet> hidden) {
        List<BitSet> small = new ArrayList<>();
        for (int c = 0; c < unit.cells().size(); c++) {
            if (rule.small(unit.cells().get(c).respondents())) {
                BitSet cell = new BitSet();
                cell.set(c);
                small.add(cell);
            }
        }
        hidden.stream().filter(g -> rule.small(unit.size(g))).forEach(small::add);
        return small;
    }

    private Optional<Exposure> exposure(int item, ItemCounts.Told told, Known known, List<BitSet> small) {
        for (BitSet group : small) {
            for (BitSet answer : told.answers()) {
                int required = known.required(told.table(), group, answer);
                int width = required == 0 ? 0 : width(told.table(), known, group, answer, required);
                if (width < required) {
                    return Optional.of(
                            new Exposure(unit.items().get(item).code(), group, unit.size(group), width, required));
                }
            }
        }
        return Optional.empty();
    }

    private int width(int[][] table, Known known, BitSet group, BitSet answer, int required) {
        int within = known.widthWithinClasses(table, group, answer);
        if (within >= required) {
            byClosedForm++;
            return within;
        }
        int exchanged = Exchange.width(table, group, answer, known.signatures(), known.bySignature(), required);
        if (exchanged >= required) {
            byExchange++;
            return exchanged;
        }
        byProgram++;
        return Math.max(
                exchanged,
                FeasibleRange.of(table, known.groups(), group, answer).width());
    }
}
