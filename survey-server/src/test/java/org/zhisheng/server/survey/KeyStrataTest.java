package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyStrataTest {
    @Test
    void aFrameOfLargeStrataStaysAsItIs() {
        Frame frame = frame("一车间 正式 30", "一车间 派遣 31", "二车间 正式 200");
        assertSame(frame, KeyStrata.of(frame));
    }

    @Test
    void employmentTypesGiveWayBeforeWorkshops() {
        assertEquals(List.of("01 一车间 · 正式、派遣 48", "02 二车间 · 正式 60"), merged("一车间 正式 40", "一车间 派遣 8", "二车间 正式 60"));
    }

    @Test
    void theSmallestJoinsTheNextSmallest() {
        assertEquals(
                List.of("01 一车间 · 正式 100", "02 一车间 · 派遣、实习、外包 43"),
                merged("一车间 正式 100", "一车间 派遣 20", "一车间 实习 10", "一车间 外包 13"));
    }

    @Test
    void workshopsAreJoinedOnlyWhereAWholeOneIsTooSmallAndThenKeepTheirTypes() {
        assertEquals(
                List.of("01 一车间、三车间 · 正式 37", "02 一车间、三车间 · 派遣 31", "03 二车间 · 正式 90"),
                merged("一车间 正式 25", "一车间 派遣 15", "二车间 正式 90", "三车间 正式 12", "三车间 派遣 16"));
    }

    @Test
    void fewerThanThirtyInAllShareOneKey() {
        assertEquals(List.of("01 一车间、二车间 · 正式、派遣 29"), merged("一车间 正式 14", "一车间 派遣 1", "二车间 派遣 14"));
        assertEquals(List.of("01 一车间 · 正式 1"), merged("一车间 正式 1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheFrameNobodyIsLostAndNoKeyIsForFew(long seed) {
        Random random = new Random(seed);
        List<Stratum> strata = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            strata.add(new Stratum(
                    "%02d".formatted(i + 1),
                    List.of("车间" + i / 12, "班" + i / 4 % 3, "型" + i % 4),
                    1 + random.nextInt(40)));
        }
        Frame frame = new Frame(List.of("车间", "班组", "用工"), strata);
        Frame keyed = KeyStrata.of(frame);
        assertEquals(frame.headcount(), keyed.headcount());
        assertTrue(keyed.strata().stream().allMatch(s -> s.headcount() >= KeyStrata.MINIMUM), keyed::toString);
        assertEquals(
                keyed.strata().size(),
                keyed.strata().stream().map(Stratum::code).distinct().count());
        assertEquals(
                keyed.strata().size(),
                keyed.strata().stream().map(Stratum::categories).distinct().count());
    }

    @Test
    void aDimensionMergedInSomeWorkshopsOnlyPartsNobody() {
        Frame keyed = KeyStrata.of(frame("一车间 正式 40", "一车间 派遣 8", "二车间 正式 60"));
        assertTrue(KeyStrata.parts(keyed, 0));
        assertFalse(KeyStrata.parts(keyed, 1));
        assertFalse(KeyStrata.parts(frame("一车间 正式 40", "二车间 正式 60"), 1));
    }

    private static List<String> merged(String... lines) {
        return KeyStrata.of(frame(lines)).strata().stream()
                .map(s -> s.code() + " " + s.label() + " " + s.headcount())
                .toList();
    }

    private static Frame frame(String... lines) {
        List<Stratum> strata = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            strata.add(new Stratum(
                    "%02d".formatted(strata.size() + 1), List.of(words[0], words[1]), Integer.parseInt(words[2])));
        }
        return new Frame(List.of("车间", "用工形式"), strata);
    }
}
