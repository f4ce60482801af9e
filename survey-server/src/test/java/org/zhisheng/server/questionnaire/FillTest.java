package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.kernel.Text;

/** What a round and a frame make of the definitions, at the edges. */
class FillTest {
    @Test
    void emptyRoundLeavesOutWhatItWouldSupply() {
        List<String> post = asked("post-evaluation", Length.CORE, Fill.EMPTY);
        assertEquals(
                "A0 A1 A3 B1 C0 C4 E1 G1 O1 O2 X0 X2", String.join(" ", post).replace("POST-", ""));
        assertFalse(asked("post-evaluation", Length.FULL, Fill.EMPTY).contains("POST-W1"));
        assertEquals(List.of("PULSE-M1", "PULSE-M3", "PULSE-M9"), asked("mid-pulse", Length.CORE, Fill.EMPTY));
        assertEquals("ANN-Y4", asked("annual-check", Length.CORE, Fill.EMPTY).get(1));
    }

    @Test
    void termItemsFollowDemandShareWithoutOther() {
        Fill fill = contract(List.of("T99", "T20", "T01", "T20"));
        List<Item> items = Loaded.items("post-evaluation", Length.CORE, fill);
        assertEquals(
                List.of("POST-H20", "POST-H01"),
                Loaded.codes(items).stream().filter(c -> c.startsWith("POST-H")).toList());
        Item item = items.stream()
                .filter(i -> i.code().equals("POST-H20"))
                .findFirst()
                .orElseThrow();
        assertEquals("对合同里的“算法派单与劳动强度”，您满意吗？", item.question().zh());
        assertTrue(
                item.question().en().contains("“Dispatch by algorithm and work intensity”"),
                item.question().en());
        assertEquals("satisfaction.term.T20", item.concept());
    }

    @Test
    void allTopicsAreAskedInFullAndSixInCore() {
        List<String> topics =
                IntStream.rangeClosed(1, 21).mapToObj(i -> "T%02d".formatted(i)).toList();
        assertEquals(21, terms(Length.FULL, topics));
        assertEquals(6, terms(Length.CORE, topics));
        assertEquals(0, terms(Length.FULL, List.of(Topic.OTHER)));
    }

    @Test
    void unknownTopicIsRefusedByName() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> terms(Length.CORE, List.of("T01", "T22")));
        assertTrue(refusal.getMessage().contains("T22"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "8, 8", "9, 8"})
    void oneItemAClauseUpToEight(int clauses, int items) {
        Fill fill = new Fill(List.of(), List.of(), Loaded.clauses(clauses), null, false, List.of());
        List<Item> asked = Loaded.items("annual-check", Length.CORE, fill).stream()
                .filter(i -> i.code().startsWith("ANN-Y3-"))
                .toList();
        assertEquals(items, asked.size());
        if (items > 0) {
            assertEquals("ANN-Y3-1", asked.getFirst().code());
            assertEquals("这一条兑现了吗：“第1条”？", asked.getFirst().question().zh());
            assertEquals("fulfilment.clause.K1", asked.getFirst().concept());
        }
    }

    @ParameterizedTest
    @CsvSource({"'', false", "T01, false", "T01 T99, true"})
    void tradingNeedsTwoTopicsOnTheAgenda(String agenda, boolean asked) {
        List<String> topics = agenda.isEmpty() ? List.of() : List.of(agenda.split(" ", -1));
        Fill fill = new Fill(topics, List.of(), List.of(), null, false, List.of());
        List<Item> items = Loaded.items("mid-pulse", Length.CORE, fill);
        assertEquals(asked, Loaded.codes(items).contains("PULSE-M6"));
        items.stream()
                .filter(i -> i.code().equals("PULSE-M6"))
                .forEach(i -> assertEquals(
                        topics, i.options().stream().map(Option::code).toList()));
    }

    @Test
    void proposalIsQuotedInBothLanguagesEvenWithPatternSigns() {
        Text proposal = new Text("基本工资涨 6%$1，夜班津贴 {topic}", "6% on base pay \\ $0");
        Fill fill = new Fill(List.of(), List.of(), List.of(), proposal, false, List.of());
        Item item = Loaded.items("mid-pulse", Length.CORE, fill).get(2);
        assertEquals("PULSE-M4", item.code());
        assertTrue(item.question().zh().contains("“" + proposal.zh() + "”"));
        assertTrue(item.question().en().contains("“" + proposal.en() + "”"));
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 2"})
    void fulfilmentIsAskedOnlyAfterSixtyDays(boolean inForce, int items) {
        Fill fill = new Fill(List.of(), List.of(), List.of(), null, inForce, List.of());
        List<String> asked = asked("post-evaluation", Length.FULL, fill);
        assertEquals(
                items,
                asked.stream().filter(List.of("POST-W1", "POST-K1")::contains).count());
    }

    @ParameterizedTest
    @CsvSource({
        "pre-demand, CORE, PRE-F1, ",
        "pre-demand, FULL, PRE-F2, ",
        "mid-pulse, CORE, PULSE-M6, PULSE-M9",
        "post-evaluation, CORE, POST-X0, POST-X2",
        "annual-check, CORE, ANN-S4, ",
    })
    void demographicsStandTogetherNearTheEnd(String id, Length length, String before, String after) {
        List<String> asked = asked(id, length, Loaded.fill(List.of("EMPLOYMENT", "JOB")));
        int at = asked.indexOf("EMPLOYMENT");
        assertEquals(before, asked.get(at - 1));
        assertEquals("JOB", asked.get(at + 1));
        assertEquals(after, at + 2 < asked.size() ? asked.get(at + 2) : null);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 车间, JOB EMPLOYMENT MIGRANT SEX AGE TENURE, JOB EMPLOYMENT",
        "500, 车间/用工形式, JOB MIGRANT SEX AGE TENURE, JOB",
        "500, 工种/性别, EMPLOYMENT MIGRANT AGE TENURE, EMPLOYMENT",
        "500, Workshop/Employment, JOB MIGRANT SEX AGE TENURE, JOB",
        "500, Wage grade, JOB EMPLOYMENT MIGRANT SEX AGE TENURE, JOB EMPLOYMENT",
        "50, 年龄段, JOB EMPLOYMENT MIGRANT SEX TENURE, JOB EMPLOYMENT",
        "49, 车间, JOB EMPLOYMENT, JOB EMPLOYMENT",
        "49, 岗位/用工类别, '', ''",
    })
    void demographicsAreFewAndNotHeldByTheFrame(int headcount, String dimensions, String allowed, String byDefault) {
        Questionnaire post = Loaded.QUESTIONNAIRES.latest("post-evaluation");
        List<String> names = List.of(dimensions.split("/", -1));
        assertEquals(allowed, String.join(" ", post.allowedDemographics(headcount, names)));
        assertEquals(byDefault, String.join(" ", post.defaultDemographics(headcount, names)));
        assertEquals(List.of(), Loaded.QUESTIONNAIRES.latest("mid-pulse").defaultDemographics(headcount, names));
    }

    @Test
    void stratumItemEndsWithRatherNotSay() {
        SequencedMap<String, String> strata = new LinkedHashMap<>();
        strata.put("02", "二车间");
        strata.put("01", "一车间");
        Item item = Loaded.QUESTIONNAIRES.latest("pre-demand").stratumItem(strata);
        assertEquals(Item.STRATUM, item.code());
        assertEquals(
                List.of("02", "01", "REFUSED"),
                item.options().stream().map(Option::code).toList());
        assertEquals("二车间", item.options().getFirst().label().en());
        assertEquals(Missing.REFUSED, item.options().getLast().missing());
    }

    private static long terms(Length length, List<String> topics) {
        return asked("post-evaluation", length, contract(topics)).stream()
                .filter(c -> c.startsWith("POST-H"))
                .count();
    }

    private static Fill contract(List<String> topics) {
        return new Fill(List.of(), topics, List.of(), null, false, List.of());
    }

    private static List<String> asked(String id, Length length, Fill fill) {
        return Loaded.codes(Loaded.items(id, length, fill));
    }
}
