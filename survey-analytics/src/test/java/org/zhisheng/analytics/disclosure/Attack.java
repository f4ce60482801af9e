package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * All attacks on one publication: differences of nested groups, the algebra of the groups' indicators, linear programs on
 * the answers that have the least room.
 */
final class Attack {
    private static final int SMALL = 9;
    private static final int WIDTH = 3;

    private final Publication publication;
    private final UnitCounts truth;
    private final List<List<Integer>> known = new ArrayList<>();
    private final int tightest;

    /** @param tightest how many answers of each item are attacked by linear programs, those with the least room first */
    Attack(Publication publication, UnitCounts truth, int tightest) {
        this.publication = publication;
        this.truth = truth;
        this.tightest = tightest;
        Set<List<Integer>> groups = new HashSet<>();
        List<Integer> everyone = new ArrayList<>();
        for (int c = 0; c < truth.cells().size(); c++) {
            everyone.add(c);
        }
        groups.add(everyone);
        groups.addAll(publication.groups);
        groups.addAll(publication.blocks);
        for (Dimension dimension : truth.dimensions()) {
            List<Integer> rest = new ArrayList<>(everyone);
            for (String name : dimension.groups()) {
                List<Integer> cells = publication.cells(dimension.name(), name);
                if (publication.groups.contains(cells)) {
                    rest.removeAll(cells);
                }
            }
            groups.add(rest);
        }
        groups.stream().filter(g -> publication.respondents(g) > 0).forEach(known::add);
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

    private record Target(List<Integer> cells, int answer, int required, int room) {}

    private List<String> programs(ItemCounts item) {
        List<Target> targets = new ArrayList<>();
        for (List<Integer> cells : small()) {
            for (int answer = 0; answer < Attacker.ANSWERS; answer++) {
                Target target = target(item, cells, answer);
                if (target.required() > 0) {
                    targets.add(target);
                }
            }
        }
        targets.sort(Comparator.comparingInt(t -> t.room() - t.required()));
        List<String> found = new ArrayList<>();
        Attacker attacker = publication.attacker(item);
        for (Target target : targets.subList(0, Math.min(targets.size(), tightest))) {
            double width = attacker.width(target.cells(), new int[] {target.answer()});
            if (width < target.required() - 1e-3) {
                found.add(item.code() + " answer " + target.answer() + " of cells " + target.cells() + " within "
                        + width + ", not " + target.required());
            }
        }
        return found;
    }

    /** Cells and hidden declared groups of 1 to 9. */
    private Set<List<Integer>> small() {
        Set<List<Integer>> small = new HashSet<>();
        for (int c = 0; c < truth.cells().size(); c++) {
            if (isSmall(List.of(c))) {
                small.add(List.of(c));
            }
        }
        for (Dimension dimension : truth.dimensions()) {
            for (String name : dimension.groups()) {
                List<Integer> cells = publication.cells(dimension.name(), name);
                if (isSmall(cells)) {
                    small.add(cells);
                }
            }
        }
        return small;
    }

    private Target target(ItemCounts item, List<Integer> cells, int answer) {
        int size = publication.respondents(cells);
        int required = Math.min(WIDTH, size);
        int room = size;
        for (List<Integer> parent : known) {
            int people = publication.respondents(parent);
            if (people > SMALL && parent.containsAll(cells)) {
                int count = parent.stream()
                        .mapToInt(c -> Publication.answers(item.of(c))[answer])
                        .sum();
                required = Math.min(required, Math.min(count, people - count));
                room = Math.min(room, Math.min(size, count) - Math.max(0, size - (people - count)));
            }
        }
        return new Target(cells, answer, required, room);
    }
}
