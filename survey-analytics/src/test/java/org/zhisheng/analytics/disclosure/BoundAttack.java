package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Solves the headline figures of the whole unit in whole people: which tables of very dissatisfied to very satisfied give
 * the printed rates, mean, errors and covariances, digit for digit? Where a rate is printed as a bound, its minority must
 * be none, one or two; where weights are by blocks, no block's minority of two or fewer may follow.
 */
final class BoundAttack {
    private static final int FEW = 2;
    private static final double[] POINTS = {20, 40, 60, 80, 100};
    private static final int MOST_TABLES = 4_000_000;

    private final Release release;
    private final UnitCounts truth;
    private final List<BitSet> blocks = new ArrayList<>();

    BoundAttack(Release release, UnitCounts truth) {
        this.release = release;
        this.truth = truth;
        for (List<String> names : release.terms().blocks()) {
            BitSet block = new BitSet();
            for (int c = 0; c < truth.cells().size(); c++) {
                block.set(c, names.contains(truth.cells().get(c).name()));
            }
            if (truth.size(block) > 0) {
                blocks.add(block);
            }
        }
    }

    /** What was found, in words; empty where nothing was. */
    List<String> findings() {
        List<String> found = new ArrayList<>();
        for (ItemCounts item : truth.items()) {
            if (item.outcomes().equals(RandomEnterprise.RATED)) {
                if (blocks.size() == 1) {
                    found.addAll(whole(item));
                } else if (blocks.size() == 2) {
                    found.addAll(halves(item, "satisfied"));
                    found.addAll(halves(item, "dissatisfied"));
                }
            }
        }
        return found;
    }

    private List<String> whole(ItemCounts item) {
        int[] counts = item.of(truth.all());
        int base = counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
        int high0 = counts[3] + counts[4];
        int low0 = counts[0] + counts[1];
        if (base < 10 || !isFew(high0, base) && !isFew(low0, base)) {
            return List.of();
        }
        Set<Integer> satisfied = new TreeSet<>();
        Set<Integer> dissatisfied = new TreeSet<>();
        int tables = 0;
        for (int high : people(item, "satisfied", base)) {
            for (int low : people(item, "dissatisfied", base - high)) {
                for (int worst = 0; worst <= low; worst++) {
                    for (int best : best(item, base, high, low, worst)) {
                        int[] table = {worst, low - worst, base - high - low, high - best, best};
                        if (++tables < MOST_TABLES && errorsFit(item, table) && sharesFit(item, table, base)) {
                            satisfied.add(high);
                            dissatisfied.add(low);
                        }
                    }
                }
            }
        }
        List<String> found = new ArrayList<>(narrow(item, "satisfied", satisfied, high0, base));
        found.addAll(narrow(item, "dissatisfied", dissatisfied, low0, base));
        return found;
    }

    /** A minority of two or fewer must be open over none, one and two. */
    private static List<String> narrow(ItemCounts item, String rate, Set<Integer> possible, int truth, int base) {
        if (!isFew(truth, base)) {
            return List.of();
        }
        int from = 2 * truth <= base ? 0 : base - FEW;
        List<Integer> must = List.of(from, from + 1, from + 2);
        return possible.containsAll(must)
                ? List.of()
                : List.of(item.code() + " " + rate + " of " + base + " is one of " + possible + ", not of " + must);
    }

    private static boolean isFew(int people, int base) {
        return Math.min(people, base - people) <= FEW;
    }

    /** Whether the table has the printed shares of options, in whole percent. */
    private boolean sharesFit(ItemCounts item, int[] table, int base) {
        for (int k = 0; k < table.length; k++) {
            String option = RandomEnterprise.POINTS.get(k);
            for (Figure f : release.whole().figures()) {
                if (f.isOf(item.code(), option, "share") && f.limit().hasValue()) {
                    double off = (double) table[k] / base - f.estimate().value();
                    boolean fits = switch (f.limit()) {
                        case AT_LEAST -> off >= -1e-9;
                        case AT_MOST -> off <= 1e-9;
                        default -> Math.abs(off) <= 0.5e-2 + 1e-9;
                    };
                    if (!fits) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private List<Figure> printed(ItemCounts item, String statistic) {
        return release.whole().figures().stream()
                .filter(f -> f.isOf(item.code(), "", statistic) && f.limit().hasValue())
                .toList();
    }

    /** Whole numbers that a printed rate, or nothing printed, leaves. */
    private List<Integer> people(ItemCounts item, String rate, int most) {
        List<Figure> figures = printed(item, rate);
        List<Integer> left = new ArrayList<>();
        for (int people = 0; people <= most; people++) {
            boolean fits = true;
            for (Figure f : figures) {
                int base = f.estimate().sampleSize();
                double off = (double) people / base - f.estimate().value();
                fits &= switch (f.limit()) {
                    case AT_LEAST -> off >= -0.5e-4;
                    case AT_MOST -> off <= 0.5e-4;
                    default -> Math.abs(off) <= 0.5e-4 + 1e-9;
                };
            }
            if (fits) {
                left.add(people);
            }
        }
        return left;
    }

    /** How many can have been very satisfied, by the mean. */
    private List<Integer> best(ItemCounts item, int base, int high, int low, int worst) {
        List<Integer> left = new ArrayList<>();
        for (int best = 0; best <= high; best++) {
            double mean = (20.0 * worst + 40.0 * (low - worst) + 60.0 * (base - high - low) + 80.0 * high + 20.0 * best)
                    / base;
            boolean fits = true;
            for (Figure f : printed(item, "index")) {
                double off = mean - f.estimate().value();
                fits &= switch (f.limit()) {
                    case AT_LEAST -> off >= -0.5e-4;
                    case AT_MOST -> off <= 0.5e-4;
                    default -> Math.abs(off) <= 0.5e-4 + 1e-9;
                };
            }
            if (fits) {
                left.add(best);
            }
        }
        return left;
    }

    /** Whether the table has the errors and covariances that are printed as measured. */
    private boolean errorsFit(ItemCounts item, int[] table) {
        int silent = truth.respondents() - table[0] - table[1] - table[2] - table[3] - table[4];
        for (Covariance c : release.covariances()) {
            if (c.first().startsWith(item.code() + " ") && c.second().startsWith(item.code() + " ")) {
                double made = covariance(table, silent, points(c.first()), points(c.second()));
                if (Math.abs(made - c.value()) > 1e-5 * Math.abs(c.value()) + 1e-15) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] points(String name) {
        return switch (name.substring(name.indexOf(' ') + 1)) {
            case "satisfied" -> new double[] {0, 0, 0, 1, 1};
            case "dissatisfied" -> new double[] {1, 1, 0, 0, 0};
            default -> POINTS;
        };
    }

    private double covariance(int[] table, int silent, double[] one, double[] other) {
        double base = truth.respondents() - silent;
        double[] means = new double[2];
        for (int k = 0; k < table.length; k++) {
            means[0] += table[k] * one[k] / base;
            means[1] += table[k] * other[k] / base;
        }
        double spread = 0;
        for (int k = 0; k < table.length; k++) {
            spread += table[k] * (one[k] - means[0]) * (other[k] - means[1]);
        }
        double n = truth.respondents();
        return n * (1 - n / truth.headcount(truth.all())) * spread / (n - 1) / (base * base);
    }

    /** Two blocks: the rate and its error, both weighted, in whole people. */
    private List<String> halves(ItemCounts item, String rate) {
        List<Figure> figures = printed(item, rate);
        if (figures.isEmpty() || figures.getFirst().limit() != Limit.EXACT) {
            return List.of();
        }
        int[][] counts = {item.of(blocks.get(0)), item.of(blocks.get(1))};
        double[] weight = new double[2];
        int[] base = new int[2];
        int[] hits = new int[2];
        double all = 0;
        for (int b = 0; b < 2; b++) {
            weight[b] = (double) truth.headcount(blocks.get(b)) / truth.size(blocks.get(b));
            int[] c = counts[b];
            base[b] = c[0] + c[1] + c[2] + c[3] + c[4];
            hits[b] = rate.equals("satisfied") ? c[3] + c[4] : c[0] + c[1];
            all += weight[b] * base[b];
        }
        List<List<Integer>> possible = List.of(new ArrayList<>(), new ArrayList<>());
        for (int first = 0; first <= base[0]; first++) {
            for (int second = 0; second <= base[1]; second++) {
                double value = (weight[0] * first + weight[1] * second) / all;
                if (Math.abs(value - figures.getFirst().estimate().value()) <= 0.5e-4 + 1e-9) {
                    possible.get(0).add(first);
                    possible.get(1).add(second);
                }
            }
        }
        List<String> found = new ArrayList<>();
        for (int b = 0; b < 2; b++) {
            boolean few = Math.min(hits[b], base[b] - hits[b]) <= FEW;
            if (few && possible.get(b).stream().distinct().count() <= 1) {
                found.add(item.code() + " " + rate + " of block " + blocks.get(b) + " is " + possible.get(b));
            }
        }
        return found;
    }
}
