package org.zhisheng.analytics.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountCubeTest {
    private static List<String> labels(int count) {
        List<String> labels = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            labels.add("c" + k);
        }
        return labels;
    }

    private static CategoryColumn random(String name, int categories, int rows, boolean missing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] codes = new byte[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = (byte) (random.nextInt(categories + (missing ? 3 : 0)) - (missing ? 3 : 0));
        }
        return CategoryColumn.of(name, labels(categories), codes);
    }

    /** Sizes cross the block, the thread split and the sparse-cell threshold. */
    @ParameterizedTest
    @CsvSource({"10,3,4", "4097,5,7", "70001,36,5", "70001,90,60"})
    void agreesWithCountingOneByOne(int rows, int strata, int groups) {
        CategoryColumn stratum = random("stratum", strata, rows, false, 1);
        CategoryColumn group = random("group", groups, rows, true, 2);
        List<CategoryColumn> items =
                List.of(random("a", 5, rows, true, 3), random("b", 2, rows, true, 4), random("c", 11, rows, true, 5));
        CountCube cube = CountCube.count(List.of(stratum, group), items, List.of("a", "b"), 2);
        for (CategoryColumn item : items) {
            checkItem(cube, stratum, group, item);
        }
        checkPair(cube, stratum, group, items.get(0), items.get(1));
        assertEquals(rows, cube.total());
    }

    private static int cell(CountCube cube, byte stratum, byte group) {
        for (int cell = 0; cell < cube.cells(); cell++) {
            if (cube.cellCode(cell, 0) == stratum && cube.cellCode(cell, 1) == group) {
                return cell;
            }
        }
        return -1;
    }

    private static int place(CategoryColumn item, int row) {
        int code = item.code(row);
        return code >= 0 ? code : item.labels().size() - 1 - code;
    }

    private static int[][] lookup(CountCube cube) {
        int[][] cells = new int[128][128];
        for (int cell = 0; cell < cube.cells(); cell++) {
            cells[cube.cellCode(cell, 0)][cube.cellCode(cell, 1) + 3] = cell;
        }
        return cells;
    }

    private static void checkItem(CountCube cube, CategoryColumn stratum, CategoryColumn group, CategoryColumn item) {
        long[] expected = new long[cube.cells() * cube.width(item.name())];
        int[][] cells = lookup(cube);
        for (int row = 0; row < item.size(); row++) {
            int cell = cells[stratum.code(row)][group.code(row) + 3];
            expected[cell * cube.width(item.name()) + place(item, row)]++;
        }
        assertArrayEquals(expected, cube.counts(item.name()), item.name());
        assertTrue(cell(cube, stratum.code(0), group.code(0)) >= 0);
    }

    private static void checkPair(
            CountCube cube, CategoryColumn stratum, CategoryColumn group, CategoryColumn a, CategoryColumn b) {
        int widthA = cube.width(a.name());
        int widthB = cube.width(b.name());
        long[] expected = new long[cube.cells() * widthA * widthB];
        long[] turned = new long[expected.length];
        int[][] cells = lookup(cube);
        for (int row = 0; row < a.size(); row++) {
            int cell = cells[stratum.code(row)][group.code(row) + 3];
            expected[(cell * widthA + place(a, row)) * widthB + place(b, row)]++;
            turned[(cell * widthB + place(b, row)) * widthA + place(a, row)]++;
        }
        assertArrayEquals(expected, cube.pairCounts(a.name(), b.name()));
        assertArrayEquals(turned, cube.pairCounts(b.name(), a.name()));
    }

    @Test
    void namesWhatIsWrong() {
        CategoryColumn three = random("three", 2, 3, false, 1);
        CategoryColumn four = random("four", 2, 4, false, 1);
        Exception lengths = assertThrows(
                IllegalArgumentException.class, () -> CountCube.count(List.of(three), List.of(four), List.of(), 1));
        assertEquals("column four has 4 rows, column three has 3", lengths.getMessage());
        CountCube cube = CountCube.count(List.of(three), List.of(), List.of(), 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> cube.counts("q9"))
                .getMessage()
                .contains("q9"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> cube.dimension("site"))
                .getMessage()
                .contains("site"));
    }
}
