package org.zhisheng.analytics.cli.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.IdentifierVariable;
import org.zhisheng.analytics.cli.variable.NumberVariable;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.NumericColumn;

final class ExpressionTest {
    // rows: 0 answers 5, 1 answers 2, 2 is blank, 3 is unsure, 4 was not asked
    private static final Map<String, Variable> VARIABLES = Map.of(
            "q",
            CategoryVariable.of(
                    CategoryColumn.of("q", List.of("2", "5"), new byte[] {1, 0, -1, -2, -3}), Map.of("5", "很满意")),
            "sex",
            CategoryVariable.of(CategoryColumn.of("sex", List.of("f", "m"), new byte[] {0, 1, 0, 1, 0}), Map.of()),
            "age",
            new NumberVariable(NumericColumn.of("age", new double[] {30, 41.5, Double.NaN, 20, 60}), new byte[0]),
            "my team",
            new IdentifierVariable("my team", new int[] {0, 1, 0, 1, -1}, List.of("t1", "t2")));

    private static String truths(String source) {
        Condition condition = Expression.parse(source).bind(VARIABLES::get);
        StringBuilder truths = new StringBuilder();
        for (int row = 0; row < 5; row++) {
            int truth = condition.test(row);
            truths.append(truth >= 0 ? String.valueOf(truth) : "bun".substring(-truth - 1, -truth));
        }
        return truths.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "q == 5 | 10bun",
                "q = '很满意' | 10bun",
                "q != 5 | 01bun",
                "q in (4, 5) | 10bun",
                "q not in [4, 5] | 01bun",
                "q >= 3 | 10bun",
                "3 > q | 01bun",
                "not q >= 3 | 01bun",
                "q is missing | 00111",
                "q is not missing | 11000",
                "q is blank | 00100",
                "q is unsure | 00010",
                "q is not asked | 00001",
                "sex == 'f' and q == 5 | 10b0n",
                "sex == 'f' or q == 5 | 101u1",
                "q == 5 and sex == 'f' or age > 50 | 10b01",
                "q == 5 and (sex == 'f' or age > 50) | 10b0n",
                "age < 40.5 | 10b10",
                "age in (30, 60) | 10b01",
                "`my team` == 't2' | 0101b",
                "age > q | 11bun",
                "NOT sex == 'm' AND age IS NOT MISSING | 10001"
            })
    void followsThreeValuedLogic(String source, String expected) {
        assertEquals(expected, truths(source));
    }

    @Test
    void knowsItsNames() {
        assertEquals(
                Set.of("a", "b c", "d"),
                Expression.parse("a == 1 or not `b c` is missing and 2 < d").names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "q ==  | expected a column but found the end",
                "q == 5 sex | expected 'and', 'or' or the end but found 'sex'",
                "q is 5 | expected 'missing', 'blank', 'unsure' or 'not asked' but found '5'",
                "q == 'x | a quote ' is not closed",
                "q & 5 | unexpected '&' at character 3",
                "(q == 5 | expected ')'",
                "q < 'a' | order comparisons need a number",
                "q == 5x | '5x' is not a number",
                "in (1) | expected a comparison"
            })
    void saysWhereItIsWrong(String source, String message) {
        ExpressionException e = assertThrows(ExpressionException.class, () -> Expression.parse(source));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sex == 'x' | column 'sex' has no value 'x'; it has [f, m]",
                "sex > 1 | column 'sex' holds 'f', so it has no order",
                "age == 'x' | column 'age' holds numbers",
                "`my team` > 3 | holds identifiers, which have no order"
            })
    void refusesWhatDoesNotFitTheColumn(String source, String message) {
        ExpressionException e = assertThrows(ExpressionException.class, () -> truths(source));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void refusesDeepNestingInsteadOfOverflowing() {
        String deep = "(".repeat(10_000) + "q == 5" + ")".repeat(10_000);
        assertThrows(ExpressionException.class, () -> Expression.parse(deep));
    }
}
