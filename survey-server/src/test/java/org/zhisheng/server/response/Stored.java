package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.survey.Manifest;

/** Opens what is stored of a survey that still runs, which the server itself never does. */
@Singleton
final class Stored {
    private final SealedRows rows;

    Stored(SealedRows rows) {
        this.rows = rows;
    }

    /** Staged responses, as they were cast but for their texts, and mixed ones. */
    List<Response> responses(Manifest survey) {
        List<Response> read = new ArrayList<>(mixed(survey));
        Parts parts = new Parts(survey);
        rows.forEachStaged(
                survey, (id, staged) -> read.add(new Response(staged.stratum(), choices(parts, staged.answers()))));
        return read;
    }

    private static AnswerSheet choices(Parts parts, AnswerSheet sheet) {
        Map<String, List<String>> choices =
                new LinkedHashMap<>(parts.open(sheet).answers());
        choices.putAll(parts.restricted(sheet).answers());
        return new AnswerSheet(choices);
    }

    List<Response> mixed(Manifest survey) {
        List<Response> read = new ArrayList<>();
        rows.forEach(survey, Phase.MIXED, leaf -> read.add(Response.of(leaf)));
        return read;
    }

    /** Texts of staged and of mixed responses by item. */
    Map<String, List<String>> texts(Manifest survey) {
        Map<String, List<String>> texts = new TreeMap<>();
        Parts parts = new Parts(survey);
        rows.forEachStaged(survey, (id, staged) -> parts.texts(staged.answers()).forEach(said -> add(texts, said)));
        rows.forEachText(survey, Phase.MIXED, said -> add(texts, said));
        return texts;
    }

    private static void add(Map<String, List<String>> texts, Said said) {
        texts.computeIfAbsent(said.item(), i -> new ArrayList<>()).add(said.words());
    }
}
