package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many respondents of each cell gave each answer to one item. Every respondent is counted once: blank and "not asked"
 * are categories too, so that the counts of a cell add up to its respondents. An option of a multiple choice is an item
 * of its own, picked or not.
 */
public final class ItemCounts {
    /** What the options beside the two largest are together; it is not printed. */
    static final String OTHERS = "others";

    private static final int LEADING = 2;

    /** Of so few classes every union is an answer too: two that are open by themselves can be known together. */
    private static final int MOST_CLASSES_FOR_UNIONS = 4;

    private final String code;
    private final List<String> categories;
    private final int[][] counts;
    private final List<Outcome> outcomes;

    /**
     * @param code the item's code, unique in the unit; an option of a multiple choice shares the code of its item
     * @param categories codes of all that can be counted, gaps included
     * @param counts respondents by cell and category
     * @param outcomes the figures that are made of it
     */
    public ItemCounts(String code, List<String> categories, int[][] counts, List<Outcome> outcomes) {
        this.code = code;
        this.categories = List.copyOf(categories);
        this.counts = new int[counts.length][];
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell].length != categories.size()) {
                throw new IllegalArgumentException(
                        code + ": " + counts[cell].length + " counts for " + categories.size() + " categories");
            }
            this.counts[cell] = counts[cell].clone();
        }
        this.outcomes = List.copyOf(outcomes);
    }

    /** The item's code. */
    public String code() {
        return code;
    }

    /** Codes of all that is counted, gaps included. */
    public List<String> categories() {
        return categories;
    }

    /** The figures that are made of it. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** Whether it is a single choice between options of which no rate sums some up and which have no points. */
    boolean isNominal() {
        return outcomes.size() >= LEADING
                && outcomes.stream()
                        .allMatch(o -> o.isRate()
                                && !o.choice()
                                && !o.category().isEmpty()
                                && o.detail() == Detail.EVERYTHING);
    }

    /**
     * Whether a figure is shown at a detail. A nominal item is shown by the order of its options from the coarsest detail
     * on, by its two largest options and the rest where there are groups, and by every option where everything is.
     */
    boolean tells(Outcome outcome, Detail detail) {
        if (!isNominal()) {
            return outcome.detail().compareTo(detail) <= 0;
        }
        return detail == Detail.TWO_WAY
                || detail == Detail.EVERYTHING
                || detail == Detail.THREE_WAY && threeWay().contains(outcome);
    }

    /**
     * A nominal item in three: its second and its first option by how many of all cells chose them, ties in the order of
     * the options, and all others. Which two they are is known to everyone who knows the whole unit's counts, which are
     * audited as known. Of two options, there are no others.
     */
    List<Outcome> threeWay() {
        List<Outcome> bySize = new ArrayList<>(outcomes);
        int[] all = of(IntStream.range(0, cells()).collect(BitSet::new, BitSet::set, BitSet::or));
        bySize.sort(Comparator.comparingDouble(o -> -o.sum(all)));
        Outcome first = bySize.get(0);
        Outcome second = bySize.get(1);
        if (outcomes.size() == LEADING) {
            return List.of(second, first);
        }
        List<Double> rest = IntStream.range(0, categories.size())
                .mapToObj(c -> 1 - first.values().get(c) - second.values().get(c))
                .toList();
        return List.of(second, first, new Outcome("", OTHERS, Detail.THREE_WAY, false, rest));
    }

    /** Whether a two- or three-way rate of these counts is printed as a bound. */
    boolean hasUnanimousRate(int[] of) {
        return outcomes.stream()
                .anyMatch(o -> o.isRate() && o.isHeadline() && ReleaseRule.unanimous((long) o.sum(of), o.base(of)));
    }

    /** Number of cells. */
    int cells() {
        return counts.length;
    }

    /** Respondents of a cell by category. */
    int[] of(int cell) {
        return counts[cell].clone();
    }

    /** Respondents of several cells together by category. */
    int[] of(BitSet cells) {
        int[] sum = new int[categories.size()];
        cells.stream().forEach(cell -> {
            for (int c = 0; c < sum.length; c++) {
                sum[c] += counts[cell][c];
            }
        });
        return sum;
    }

    /** The counts as far as the figures up to a detail tell them apart. */
    Told told(Detail detail) {
        int[] into = classes(detail);
        int width = Arrays.stream(into).max().orElse(-1) + 1;
        int[][] table = new int[counts.length][width];
        for (int cell = 0; cell < counts.length; cell++) {
            for (int c = 0; c < into.length; c++) {
                table[cell][into[c]] += counts[cell][c];
            }
        }
        Set<BitSet> answers = new LinkedHashSet<>();
        for (Detail coarser : Detail.values()) {
            if (coarser != Detail.COUNT_ONLY && coarser.compareTo(detail) <= 0) {
                addAnswers(into, classes(coarser), answers);
            }
        }
        return new Told(table, List.copyOf(answers));
    }

    /** Adds the classes of a coarser detail, and their unions where they are few. */
    private static void addAnswers(int[] into, int[] together, Set<BitSet> answers) {
        int classes = Arrays.stream(together).max().orElse(-1) + 1;
        // A union and its complement are open by the same number of people, so that those with the first class do.
        int masks = classes <= MOST_CLASSES_FOR_UNIONS ? 1 << classes : 0;
        for (int union = 1; union < masks - 1; union += 2) {
            answers.add(answer(into, together, BitSet.valueOf(new long[] {union})));
        }
        for (int k = 0; k < classes; k++) {
            answers.add(answer(into, together, BitSet.valueOf(new long[] {1L << k})));
        }
    }

    private static BitSet answer(int[] into, int[] together, BitSet classes) {
        BitSet answer = new BitSet();
        for (int c = 0; c < into.length; c++) {
            answer.set(into[c], answer.get(into[c]) || classes.get(together[c]));
        }
        return answer;
    }

    /**
     * An item as the figures up to a detail tell it.
     *
     * @param table respondents by cell and class of categories that the figures do not tell apart
     * @param answers what must not be exposed: the classes, those of coarser details as sets of them, and where they are
     *     few, every union of classes
     */
    record Told(int[][] table, List<BitSet> answers) {}

    /**
     * The class in three-way figures of each answer that the table of everything tells apart. A nominal item's classes are
     * its answers: which two are shown beside the rest differs from unit to unit.
     */
    int[] threeWayClasses() {
        int[] finest = classes(Detail.EVERYTHING);
        int[] coarse = isNominal() ? finest : classes(Detail.THREE_WAY);
        int[] of = new int[Arrays.stream(finest).max().orElse(-1) + 1];
        IntStream.range(0, finest.length).forEach(c -> of[finest[c]] = coarse[c]);
        return of;
    }

    /** The class of each category: those that stand for the same in every figure up to a detail are one. */
    private int[] classes(Detail detail) {
        Map<List<Double>, Integer> classes = new LinkedHashMap<>();
        int[] into = new int[categories.size()];
        for (int c = 0; c < into.length; c++) {
            List<Double> seen = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                boolean order = isNominal() && detail == Detail.TWO_WAY;
                if (tells(outcome, detail) && !order && (outcome.isRate() || detail == Detail.EVERYTHING)) {
                    seen.add(outcome.values().get(c));
                }
            }
            into[c] = classes.computeIfAbsent(seen, k -> classes.size());
        }
        return into;
    }
}
