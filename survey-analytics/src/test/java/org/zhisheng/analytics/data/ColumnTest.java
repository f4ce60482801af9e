package org.zhisheng.analytics.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColumnTest {
    @Test
    void keepsThreeReasonsForMissingApart() {
        CategoryColumn column = CategoryColumn.parse(
                "A1",
                List.of("yes", "no"),
                Arrays.asList("yes", "", null, "dk", "skip", "no"),
                Map.of("dk", Missing.DONT_KNOW, "skip", Missing.NOT_ASKED));
        assertEquals(0, column.code(0));
        assertEquals(Missing.BLANK.code(), column.code(1));
        assertEquals(Missing.BLANK.code(), column.code(2));
        assertEquals(Missing.DONT_KNOW.code(), column.code(3));
        assertEquals(Missing.NOT_ASKED.code(), column.code(4));
        assertTrue(column.isMissing(3));
    }

    @Test
    void refusesWhatItCannotHold() {
        assertTrue(message(() -> CategoryColumn.parse("A1", List.of("yes"), List.of("maybe"), Map.of()))
                .contains("A1, row 1: \"maybe\""));
        assertTrue(message(() -> CategoryColumn.of("A1", List.of("yes"), new byte[] {0, 1}))
                .contains("row 2"));
        assertTrue(message(() -> CategoryColumn.of("A1", List.of("yes", "yes"), new byte[0]))
                .contains("repeats"));
        assertTrue(message(() -> NumericColumn.of("pay", new double[] {1, Double.POSITIVE_INFINITY}))
                .contains("pay, row 2"));
        assertTrue(message(() -> Factor.parse("team", Arrays.asList("a", null)).requireComplete())
                .contains("team, row 2"));
    }

    @Test
    void sampleNamesTheColumnThatDoesNotFit() {
        NumericColumn pay = NumericColumn.of("pay", new double[2]);
        assertTrue(message(() -> Sample.of(List.of(pay, NumericColumn.of("age", new double[3]))))
                .contains("age"));
        assertTrue(message(() -> Sample.of(List.of(pay, pay))).contains("pay appears twice"));
        assertTrue(message(() -> Sample.of(List.of(pay)).column("sex")).contains("no column sex"));
        assertTrue(message(() -> Sample.of(List.of(pay)).category("pay")).contains("no categories"));
        assertTrue(message(() -> Sample.of(List.of(pay)).factor("pay")).contains("numeric"));
    }

    private static String message(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }
}
