package org.zhisheng.server.questionnaire;

import io.micronaut.serde.ObjectMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.server.kernel.Text;

/** The shipped questionnaires, loaded without an application, and a fill that supplies everything. */
public final class Loaded {
    public static final Questionnaires QUESTIONNAIRES =
            new Questionnaires(new QuestionnaireStore(ObjectMapper.getDefault()));

    static final List<String> IDS = List.of("pre-demand", "mid-pulse", "post-evaluation", "annual-check");

    private Loaded() {}

    static Fill fill(List<String> demographics) {
        List<String> contract = List.of("T05", "T01", "T10", "T08", "T12", "T03", "T11", "T99");
        return new Fill(List.of("T01", "T05", "T99"), contract, clauses(10), Text.same("涨 6%"), true, demographics);
    }

    static List<Clause> clauses(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Clause("K" + i, new Text("第" + i + "条", "clause " + i)))
                .toList();
    }

    static List<Item> items(String id, Length length, Fill fill) {
        return QUESTIONNAIRES.latest(id).items(length, fill);
    }

    static List<String> codes(List<Item> items) {
        return items.stream().map(Item::code).toList();
    }
}
