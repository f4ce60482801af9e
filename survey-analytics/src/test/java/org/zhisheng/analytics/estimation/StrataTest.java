package org.zhisheng.analytics.estimation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.data.Factor;

final class StrataTest {
    private static final Factor STRATUM = Factor.of("shop", List.of("a", "b", "c", "d"), new int[] {0, 1, 2, 3});
    private static final double[] RESPONDENTS = {10, 3, 8, 2};
    private static final Map<String, Integer> HEADCOUNT = Map.of("a", 20, "b", 9, "c", 8, "d", 30);

    private static String message(Map<String, Integer> headcount, MergeRule rule) {
        return assertThrows(IllegalArgumentException.class, () -> Strata.of(STRATUM, RESPONDENTS, headcount, rule))
                .getMessage();
    }

    @Test
    void neighboursJoinUntilNoneIsSmall() {
        Strata strata =
                Strata.of(STRATUM, RESPONDENTS, HEADCOUNT, new MergeRule.Neighbours(5, List.of("a", "b", "c", "d")));
        assertEquals(List.of("a", "b+c+d"), strata.stratum().labels());
        assertEquals(List.of(20.0, 47.0), strata.headcounts());
        assertEquals(List.of(new Strata.Merge(List.of("b", "c", "d"), "b+c+d")), strata.merges());
        assertEquals(1, strata.stratum().code(3));
    }

    @Test
    void aSmallMemberMergesItsWholeGroup() {
        Strata strata = Strata.of(
                STRATUM,
                RESPONDENTS,
                HEADCOUNT,
                new MergeRule.Groups(5, Map.of("a", "north", "b", "north", "c", "south")));
        assertEquals(List.of("north", "c", "d"), strata.stratum().labels());
        assertEquals(29.0, strata.headcounts().getFirst());
    }

    @Test
    void withoutARuleNothingMerges() {
        Strata strata = Strata.of(STRATUM, RESPONDENTS, HEADCOUNT, new MergeRule.None());
        assertEquals(4, strata.headcounts().size());
        assertTrue(strata.merges().isEmpty());
    }

    @Test
    void moreRespondentsThanPeopleAreRefusedByName() {
        assertTrue(message(Map.of("a", 20, "b", 9, "c", 7, "d", 30), new MergeRule.None())
                .startsWith("stratum c has 8 respondents but a headcount of 7"));
        assertTrue(message(Map.of("a", 20, "b", 9, "d", 30), new MergeRule.None())
                .startsWith("stratum c has respondents but no headcount"));
    }

    @Test
    void aStratumNobodyAnsweredInMustBeMerged() {
        Map<String, Integer> headcount = Map.of("a", 20, "b", 9, "c", 8, "d", 30, "e", 5);
        assertTrue(message(headcount, new MergeRule.None()).startsWith("stratum e has a headcount of 5 but no"));
        Strata strata = Strata.of(
                STRATUM, RESPONDENTS, headcount, new MergeRule.Neighbours(1, List.of("e", "a", "b", "c", "d")));
        assertEquals("e+a", strata.stratum().labels().getFirst());
        assertEquals(25.0, strata.headcounts().getFirst());
        assertTrue(message(headcount, new MergeRule.Neighbours(5, List.of("a", "b", "c", "d")))
                .contains("does not list stratum e"));
    }

    @Test
    void theDesignReportsMerges() {
        Strata strata =
                Strata.of(STRATUM, RESPONDENTS, HEADCOUNT, new MergeRule.Neighbours(5, List.of("a", "b", "c", "d")));
        double[] one = new double[4];
        Arrays.fill(one, 1);
        Design design = Design.ofRows(4)
                .strata(Strata.of(
                        STRATUM,
                        one,
                        HEADCOUNT,
                        new MergeRule.Groups(2, Map.of("a", "x", "b", "x", "c", "x", "d", "x"))))
                .build();
        assertTrue(design.conventions().contains("strata [a, b, c, d] merged into x"), design.conventions()::toString);
        assertEquals(
                67.0,
                strata.headcounts().stream().mapToDouble(Double::doubleValue).sum());
    }
}
