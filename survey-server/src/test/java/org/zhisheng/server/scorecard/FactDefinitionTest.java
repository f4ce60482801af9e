package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.analytics.score.Fact;
import org.zhisheng.server.kernel.Text;

/** What may be typed for a fact, and how it is stored. */
final class FactDefinitionTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "NUMBER | 7.50 | 7.5",
                "NUMBER | 20 | 20",
                "NUMBER | 1e2 | 100",
                "NUMBER | -3.2 | -3.2",
                "NUMBER | 8 % | none",
                "NUMBER | 二十 | none",
                "NUMBER | 99999999 | none",
                "NUMBER | NaN | none",
                "ANSWER | yes | yes",
                "ANSWER | maybe | none",
                "TOPICS | T05 T01 T05 | T01 T05",
                "TOPICS | T1 | none"
            },
            delimiter = '|')
    void isStoredInOneFormOrRefused(FactKind kind, String typed, String stored) {
        Optional<String> expected = stored.equals("none") ? Optional.empty() : Optional.of(stored);
        assertEquals(expected, fact(kind).normal(typed));
    }

    @Test
    void storedValuesBecomeFactsOfTheEngine() {
        assertEquals(new Fact.Number(7.5), fact(FactKind.NUMBER).fact("7.5"));
        assertEquals(
                new Fact.Answer(Fact.Reply.NOT_APPLICABLE),
                fact(FactKind.ANSWER).fact("not-applicable"));
        assertEquals(
                new Fact.Topics(Set.of("T01", "T05")), fact(FactKind.TOPICS).fact("T01 T05"));
        assertEquals(new Fact.Topics(Set.of()), fact(FactKind.TOPICS).fact("none"));
    }

    private static FactDefinition fact(FactKind kind) {
        return new FactDefinition("x", kind, Text.same("x"));
    }
}
