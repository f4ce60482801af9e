package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * All attacks on one publication: differences of nested groups, the algebra of the groups' indicators, linear programs in
 * whole people on the answers that have the least room.
 */
final class Attack {
    private static final int SMALL = 9;
    private static final int WIDTH = 3;

    /** Each answer, and each pair of answers; the rest of either is open by as much. */
    private static final List<int[]> ANSWERS = List.of(
            new int[] {0}, new int[] {1}, new int[] {2}, new int[] {3}, new int[] {0, 1}, new int[] {0, 2}, new int[] {
                0, 3
            });

    private final Publication publication;
    private final UnitCounts truth;
    private final List<List<Integer>> known = new ArrayList<>();
    private final Set<List<Integer>> targets = new LinkedHashSet<>();
    private final int tightest;

    /** @param tightest how many answers of each item are attacked by linear programs, those with the least room first */
    Attack(Publication publication, UnitCounts truth, int tightest) {
        this.publication = publication;
        this.truth = truth;
        this.tightest = tightest;
        Set<List<Integer>> groups = new HashSet<>();
        groups.addAll(publication.groups);
        groups.addAll(publication.blocks);
        groups.addAll(publication.rests);
        groups.stream().filter(g -> publication.respondents(g) > 0).forEach(known::add);
        for (int c = 0; c < truth.cells().size(); c++) {
            targets.add(List.of(c));
        }
        for (Dimension dimension : truth.dimensions()) {
            for (String name : dimension.groups()) {
                targets.add(Publication.cells(truth, 0, dimension.name(), name));
            }
        }
    }

    /** Attacks further groups. */
    Attack and(List<List<Integer>> groups) {
        targets.addAll(groups);
        return this;
    }

    /** What was found, in words; empty where nothing was. */
    List<String> findings() {
        if (publication.isSilent()) {
            return List.of();
        }
        List<String> found = new ArrayList<>(nested());
        found.addAll(algebra());
        if (found.isEmpty()) {
            truth.items().stream()
                    .filter(i -> i.categories().size() == RandomEnterprise.POINTS.size())
                    .forEach(i -> found.addAll(programs(i)));
        }
        return found;
    }

    /**
     * What other printed numbers make of printed bounds.
     *
     * @param all bounds that were attacked
     * @param narrowed those that leave two possibilities, not three, from nobody to two people
     * @param undone those that leave one, in words
     */
    record Bounds(int all, int narrowed, List<String> undone) {
        static final Bounds NONE = new Bounds(0, 0, List.of());

        Bounds and(Bounds other) {
            List<String> both = new ArrayList<>(undone);
            both.addAll(other.undone);
            return new Bounds(all + other.all, narrowed + other.narrowed, both);
        }
    }

    /** Attacks every printed bound in whole people. */
    Bounds bounds() {
        Bounds found = Bounds.NONE;
        for (ItemCounts item : truth.items()) {
            Attacker reader = publication.reader(item);
            for (Publication.Bound bound : publication.bounds) {
                if (bound.item().equals(item.code())) {
                    found = found.and(bound(reader, bound));
                }
            }
        }
        return found;
    }

    private static Bounds bound(Attacker reader, Publication.Bound bound) {
        int open = Math.min(ReleaseRule.UNANIMITY, bound.base());
        double width = reader.width(bound.cells(), bound.hits());
        // NaN is no proof of anything, and counts as undone.
        List<String> undone = width >= Math.min(1, open)
                ? List.of()
                : List.of(bound.item() + " bound of cells " + bound.cells() + " within " + width);
        return new Bounds(1, width >= open ? 0 : 1, undone);
    }

    private List<String> nested() {
        List<String> found = new ArrayList<>();
        for (List<Integer> outer : known) {
            for (List<Integer> inner : known) {
                if (outer.containsAll(inner)) {
                    List<Integer> difference = new ArrayList<>(outer);
                    difference.removeAll(inner);
                    if (isSmall(difference) || isSmall(inner)) {
                        found.add("difference of " + outer + " and " + inner);
                    }
                }
            }
        }
        return found;
    }

    private boolean isSmall(List<Integer> cells) {
        int people = publication.respondents(cells);
        return people > 0 && people <= SMALL;
    }

    /** Unions of up to three cells whose indicator lies in the span of the known groups' indicators. */
    private List<String> algebra() {
        List<Integer> filled = new ArrayList<>();
        for (int c = 0; c < truth.cells().size(); c++) {
            if (publication.respondents(c) > 0) {
                filled.add(c);
            }
        }
        RealMatrix indicators = new Array2DRowRealMatrix(Math.max(known.size(), filled.size()), filled.size());
        for (int k = 0; k < known.size(); k++) {
            for (int i = 0; i < filled.size(); i++) {
                indicators.setEntry(k, i, known.get(k).contains(filled.get(i)) ? 1 : 0);
            }
        }
        SingularValueDecomposition decomposed = new SingularValueDecomposition(indicators);
        int rank = decomposed.getRank();
        RealMatrix basis = decomposed.getV().getSubMatrix(0, filled.size() - 1, 0, rank - 1);
        RealMatrix projection = basis.multiply(basis.transpose());
        List<String> found = new ArrayList<>();
        for (int a = 0; a < filled.size(); a++) {
            for (int b = a; b < filled.size(); b++) {
                for (int c = b; c < filled.size(); c++) {
                    Set<Integer> union = new HashSet<>(List.of(a));
                    union.add(b);
                    union.add(c);
                    if (isSmall(union.stream().map(filled::get).toList()) && isSpanned(projection, union)) {
                        found.add("algebra gives "
                                + union.stream().map(filled::get).toList());
                    }
                }
            }
        }
        return found;
    }

    private static boolean isSpanned(RealMatrix projection, Set<Integer> union) {
        double distance = 0;
        for (int row = 0; row < projection.getRowDimension(); row++) {
            double projected = 0;
            for (int column : union) {
                projected += projection.getEntry(row, column);
            }
            distance += Math.abs(projected - (union.contains(row) ? 1 : 0));
        }
        return distance < 1e-7;
    }

    private record Target(List<Integer> cells, int[] answers, int required, int room) {}

    private List<String> programs(ItemCounts item) {
        List<Target> targets = new ArrayList<>();
        for (List<Integer> cells : this.targets) {
            for (int[] answers : ANSWERS) {
                Target target = isSmall(cells) ? target(item, cells, answers) : null;
                if (target != null && target.required() > 0) {
                    targets.add(target);
                }
            }
        }
        targets.sort(Comparator.comparingInt(t -> t.room() - t.required()));
        List<String> found = new ArrayList<>();
        Attacker attacker = publication.attacker(item);
        for (Target target : targets.subList(0, Math.min(targets.size(), tightest))) {
            double width = attacker.width(target.cells(), target.answers());
            // NaN is no proof of anything: an attack that did not end counts as one that succeeded.
            if (!(width >= target.required() - 1e-3)) {
                found.add(item.code() + " answers " + Arrays.toString(target.answers()) + " of cells " + target.cells()
                        + " within " + width + ", not " + target.required());
            }
        }
        return found;
    }

    private Target target(ItemCounts item, List<Integer> cells, int[] answers) {
        int size = publication.respondents(cells);
        int required = Math.min(WIDTH, size);
        int room = size;
        for (List<Integer> parent : known) {
            int people = publication.respondents(parent);
            if (people > SMALL && parent.containsAll(cells)) {
                int count = parent.stream()
                        .mapToInt(c -> {
                            int[] of = Publication.answers(item.of(c));
                            return Arrays.stream(answers).map(a -> of[a]).sum();
                        })
                        .sum();
                required = Math.min(required, Math.min(count, people - count));
                room = Math.min(room, Math.min(size, count) - Math.max(0, size - (people - count)));
            }
        }
        return new Target(cells, answers, required, room);
    }
}
