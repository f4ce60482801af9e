package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many respondents of each cell gave each answer to one item. Every respondent is counted once: blank and "not asked"
 * are categories too, so that the counts of a cell add up to its respondents. An option of a multiple choice is an item
 * of its own, picked or not.
 */
public final class ItemCounts {
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
                int[] together = classes(coarser);
                for (int k = 0; k <= Arrays.stream(together).max().orElse(-1); k++) {
                    BitSet answer = new BitSet();
                    for (int c = 0; c < into.length; c++) {
                        answer.set(into[c], answer.get(into[c]) || together[c] == k);
                    }
                    answers.add(answer);
                }
            }
        }
        return new Told(table, List.copyOf(answers));
    }

    /**
     * An item as the figures up to a detail tell it.
     *
     * @param table respondents by cell and class of categories that the figures do not tell apart
     * @param answers what must not be exposed: the classes, and those of coarser details as sets of them
     */
    record Told(int[][] table, List<BitSet> answers) {}

    /** The class of each category: those that stand for the same in every figure up to a detail are one. */
    private int[] classes(Detail detail) {
        Map<List<Double>, Integer> classes = new LinkedHashMap<>();
        int[] into = new int[categories.size()];
        for (int c = 0; c < into.length; c++) {
            List<Double> seen = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                if (outcome.detail().compareTo(detail) <= 0 && (outcome.isRate() || detail == Detail.EVERYTHING)) {
                    seen.add(outcome.values().get(c));
                }
            }
            into[c] = classes.computeIfAbsent(seen, k -> classes.size());
        }
        return into;
    }
}
