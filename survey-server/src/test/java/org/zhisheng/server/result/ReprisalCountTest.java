package org.zhisheng.server.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Coded;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;

final class ReprisalCountTest {
    @ParameterizedTest
    @CsvSource({
        "3, 7, 0, 0, true",
        "3, 0, 7, 0, true",
        "2, 50, 0, 0, false",
        "3, 6, 0, 40, false",
        "9, 0, 0, 0, false",
        "10, 0, 0, 0, true",
        "0, 10, 0, 0, false"
    })
    void threeAmongTenRaiseIt(int yes, int no, int unsure, int blank, boolean raised) {
        ReprisalCount count =
                new ReprisalCount(List.of(item("M8", Audience.HIGHER_UNION_ALERT), item("M4", Audience.WORKER_SIDE)));
        add(count, yes, new Coded.Chosen(List.of("YES")));
        add(count, no, new Coded.Chosen(List.of("NO")));
        add(count, unsure, Coded.Gap.DONT_KNOW);
        add(count, blank, Coded.Gap.BLANK);
        assertEquals(raised, count.isRaised());
    }

    private static void add(ReprisalCount count, int times, Coded answer) {
        for (int i = 0; i < times; i++) {
            count.add(Map.of("M8", answer, "M4", new Coded.Chosen(List.of("YES"))));
        }
    }

    private static Item item(String code, Audience audience) {
        return new Item(
                code,
                "reprisal.known",
                ItemKind.SINGLE,
                Text.same("?"),
                null,
                List.of(),
                1,
                null,
                List.of(),
                audience,
                false,
                List.of());
    }
}
