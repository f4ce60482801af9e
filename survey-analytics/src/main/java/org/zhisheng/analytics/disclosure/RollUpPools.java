package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Cells that lie in the same known groups, and so can exchange answers without changing a release: each pool by place. */
final class RollUpPools {
    private final int[] numbers;
    private final List<List<List<Integer>>> cells = new ArrayList<>();

    /**
     * @param signature of each cell; cells with the same are one pool
     * @param place of each cell in the sum
     */
    RollUpPools(long[] signature, int[] place, int places) {
        this.numbers = new int[signature.length];
        Map<Long, Integer> known = new HashMap<>();
        for (int c = 0; c < signature.length; c++) {
            numbers[c] = known.computeIfAbsent(signature[c], s -> {
                cells.add(IntStream.range(0, places)
                        .<List<Integer>>mapToObj(q -> new ArrayList<>())
                        .toList());
                return cells.size() - 1;
            });
            cells.get(numbers[c]).get(place[c]).add(c);
        }
    }

    int size() {
        return cells.size();
    }

    /** The number of a cell's pool. */
    int number(int cell) {
        return numbers[cell];
    }

    /** The cells of a cell's pool by place. */
    List<List<Integer>> around(int cell) {
        return cells.get(numbers[cell]);
    }

    /** The cells of a pool in one place. */
    List<Integer> cells(int pool, int place) {
        return cells.get(pool).get(place);
    }
}
