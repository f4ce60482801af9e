package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Groups whose counts follow from known ones by adding and subtracting. The indicators of the known groups over the cells
 * span a space; whatever 0–1 vector lies in it is derivable, for every item at once.
 */
final class Span {
    private static final double TOLERANCE = 1e-9;

    private final int[] columns;
    private final int[] sizes;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** Brings the indicators to reduced row echelon form, the largest cells first, so that small ones are seldom pivots. */
    Span(UnitCounts unit, List<BitSet> known) {
        columns = IntStream.range(0, unit.cells().size())
                .filter(c -> unit.cells().get(c).respondents() > 0)
                .boxed()
                .sorted(Comparator.comparingInt(c -> -unit.cells().get(c).respondents()))
                .mapToInt(Integer::intValue)
                .toArray();
        sizes = IntStream.of(columns)
                .map(c -> unit.cells().get(c).respondents())
                .toArray();
        for (BitSet group : known) {
            double[] row = new double[columns.length];
            for (int i = 0; i < columns.length; i++) {
                row[i] = group.get(columns[i]) ? 1 : 0;
            }
            insert(row);
        }
    }

    private void insert(double[] row) {
        for (int r = 0; r < rows.size(); r++) {
            subtract(row, rows.get(r), row[pivots.get(r)]);
        }
        int pivot = IntStream.range(0, row.length)
                .filter(i -> Math.abs(row[i]) > TOLERANCE)
                .findFirst()
                .orElse(-1);
        if (pivot < 0) {
            return;
        }
        double lead = row[pivot];
        for (int i = 0; i < row.length; i++) {
            row[i] /= lead;
        }
        rows.forEach(r -> subtract(r, row, r[pivot]));
        rows.add(row);
        pivots.add(pivot);
    }

    private static void subtract(double[] from, double[] row, double factor) {
        if (factor != 0) {
            for (int i = 0; i < from.length; i++) {
                from[i] -= factor * row[i];
            }
        }
    }

    /** A derivable group of 1 to {@code most} respondents, if there is one. */
    Optional<BitSet> small(int most) {
        return search(0, 0, new double[columns.length], most);
    }

    /**
     * A 0–1 vector of the space is the sum of the rows at whose pivots it is 1, and each of those pivots' cells counts
     * towards its size.
     */
    private Optional<BitSet> search(int from, int size, double[] sum, int most) {
        Optional<BitSet> found = size > 0 ? group(sum, most) : Optional.empty();
        for (int r = from; r < rows.size() && found.isEmpty(); r++) {
            int larger = size + sizes[pivots.get(r)];
            if (larger <= most) {
                double[] next = sum.clone();
                subtract(next, rows.get(r), -1);
                found = search(r + 1, larger, next, most);
            }
        }
        return found;
    }

    /**
     * The fewest respondents of a group that known groups leave of a combination of cells: of the 0–1 vectors that differ
     * from it by a vector of the space, the smallest; {@code most + 1} where none is as small as that.
     *
     * @param multiples how many times each cell enters the combination
     */
    int least(int[] multiples, int most) {
        double[] vector = new double[columns.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = multiples[columns[i]];
        }
        for (int r = 0; r < rows.size(); r++) {
            subtract(vector, rows.get(r), vector[pivots.get(r)]);
        }
        return least(0, 0, vector, most);
    }

    private int least(int from, int size, double[] sum, int most) {
        int least = size(sum, most);
        for (int r = from; r < rows.size(); r++) {
            int larger = size + sizes[pivots.get(r)];
            if (larger <= most) {
                double[] next = sum.clone();
                subtract(next, rows.get(r), -1);
                least = Math.min(least, least(r + 1, larger, next, most));
            }
        }
        return least;
    }

    /** Respondents of a group; {@code most + 1} where they are more or the vector is no group. */
    private int size(double[] vector, int most) {
        int size = 0;
        for (int i = 0; i < vector.length; i++) {
            boolean in = Math.abs(vector[i] - 1) < TOLERANCE;
            if (!in && Math.abs(vector[i]) > TOLERANCE) {
                return most + 1;
            }
            size += in ? sizes[i] : 0;
        }
        return Math.min(size, most + 1);
    }

    private Optional<BitSet> group(double[] vector, int most) {
        BitSet group = new BitSet();
        int size = 0;
        for (int i = 0; i < vector.length; i++) {
            boolean in = Math.abs(vector[i] - 1) < TOLERANCE;
            if (!in && Math.abs(vector[i]) > TOLERANCE) {
                return Optional.empty();
            }
            if (in) {
                group.set(columns[i]);
                size += sizes[i];
            }
        }
        return size > 0 && size <= most ? Optional.of(group) : Optional.empty();
    }
}
