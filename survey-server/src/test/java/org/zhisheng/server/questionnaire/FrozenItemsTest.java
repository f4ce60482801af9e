package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items and sheets survive JSON: a frozen survey is shown, checked and counted from what was stored. */
class FrozenItemsTest {
    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    @ParameterizedTest
    @ValueSource(strings = {"pre-demand", "mid-pulse", "post-evaluation", "annual-check"})
    void itemsSurviveJson(String id) throws IOException {
        List<Item> items = Loaded.items(id, Length.FULL, Loaded.fill(List.of("JOB", "AGE")));
        assertEquals(items, JSON.readValue(JSON.writeValueAsString(items), Argument.listOf(Item.class)));
    }

    @Test
    void sheetsSurviveJson() throws IOException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("PRE-T1", List.of("T02", "T09"));
        answers.put("PRE-F1", List.of("涨工资\n“少”加班 👨‍👩‍👧"));
        AnswerSheet sheet = new AnswerSheet(answers);
        assertEquals(sheet, JSON.readValue(JSON.writeValueAsString(sheet), AnswerSheet.class));
    }
}
