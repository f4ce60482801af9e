package org.zhisheng.analytics.cli.variable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.NumericColumn;

final class DerivationTest {
    private final Variables variables = new Variables(4);

    @BeforeEach
    void twoItemsAndAnAge() {
        variables.add(
                CategoryVariable.of(CategoryColumn.of("a", List.of("1", "5"), new byte[] {1, 0, -2, 1}), Map.of()));
        variables.add(
                CategoryVariable.of(CategoryColumn.of("b", List.of("2", "4"), new byte[] {1, -1, 0, 0}), Map.of()));
        variables.add(new NumberVariable(
                NumericColumn.of("age", new double[] {29.9, 30, Double.NaN, 45}), new byte[0]));
    }

    private Variable derive(String json) {
        try {
            Scope scope = new Scope(Path.of("."), List.of("a", "b", "age"), Set.of("default"));
            return Derivation.read(new PlanNode(new ObjectMapper().readTree(json), "derived[0]"), scope)
                    .derive(variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(Variable variable) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < variable.rows(); row++) {
            values.add(variable.missing(row) < 0 ? "-" + variable.missing(row) : Crossing.value(variable, row));
        }
        return values;
    }

    @Test
    void yesNoFollowsTheRuleForMissing() {
        assertEquals(List.of("1", "0", "--2", "1"), values(derive("{\"name\":\"d\",\"yes\":\"a == 5\"}")));
        assertEquals(
                List.of("1", "0", "0", "1"), values(derive("{\"name\":\"d\",\"yes\":\"a == 5\",\"unsure\":\"no\"}")));
    }

    @Test
    void casesTakeTheFirstThatHolds() {
        String cases =
                "\"cases\":[{\"when\":\"a == 5 and b == 4\",\"value\":\"both\"},{\"when\":\"a == 5\",\"value\":\"one\"}]";
        assertEquals(List.of("both", "--1", "--1", "one"), values(derive("{\"name\":\"d\"," + cases + "}")));
        assertEquals(
                List.of("both", "rest", "rest", "one"),
                values(derive("{\"name\":\"d\"," + cases + ",\"otherwise\":\"rest\"}")));
    }

    @Test
    void bandsHoldTheirLowerEdge() {
        Variable bands = derive("{\"name\":\"d\",\"bands_of\":\"age\",\"edges\":[30,45]}");
        assertEquals(List.of("under 30", "30 to under 45", "--1", "45 and over"), values(bands));
    }

    @Test
    void compositesNeedTheMinimumOfAnswers() {
        NumberVariable one = (NumberVariable) derive("{\"name\":\"d\",\"mean_of\":[\"a\",\"b\"],\"minimum\":1}");
        assertArrayEquals(new double[] {4.5, 1, 2, 3.5}, one.column().values());
        NumberVariable all = (NumberVariable) derive("{\"name\":\"d\",\"mean_of\":[\"a\",\"b\"]}");
        assertArrayEquals(
                new double[] {4.5, Double.NaN, Double.NaN, 3.5}, all.column().values());
    }

    @Test
    void newScoresLeaveOutWhatTheyDoNotName() {
        Variable scored = derive("{\"name\":\"d\",\"scores_of\":\"a\",\"scores\":{\"5\":100}}");
        assertEquals(100, scored.number(0));
        assertEquals(Double.NaN, scored.number(1));
    }

    @Test
    void crossingsKeepTheOrderOfTheirParts() {
        CategoryVariable cross = (CategoryVariable) derive("{\"name\":\"d\",\"cross\":[\"a\",\"b\"]}");
        assertEquals(List.of("5|2", "5|4"), cross.values());
        assertEquals(List.of("5|4", "--1", "--2", "5|2"), values(cross));
    }

    @Test
    void namesAndEdgesAreChecked() {
        assertThrows(PlanException.class, () -> derive("{\"name\":\"a\",\"sum_of\":[\"b\"]}"));
        assertThrows(PlanException.class, () -> derive("{\"name\":\"d\",\"sum_of\":[\"c\"]}"));
        assertThrows(PlanException.class, () -> derive("{\"name\":\"d\",\"bands_of\":\"age\",\"edges\":[45,30]}"));
    }
}
