package org.zhisheng.server.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.Manifest;

/** What an answer sheet of a survey is taken apart into: open choices, restricted choices, and texts. */
final class Parts {
    private final Set<String> texts;
    private final Set<String> restricted;

    Parts(Manifest manifest) {
        this.texts = codes(manifest, item -> item.kind() == ItemKind.TEXT);
        this.restricted = codes(manifest, item -> item.kind() != ItemKind.TEXT && item.restricted());
    }

    private static Set<String> codes(Manifest manifest, Predicate<Item> which) {
        return manifest.items().stream().filter(which).map(Item::code).collect(Collectors.toSet());
    }

    /** The choices whose results everybody may see. */
    AnswerSheet open(AnswerSheet sheet) {
        return only(sheet, item -> !texts.contains(item) && !restricted.contains(item));
    }

    /** The choices whose results are kept to few. */
    AnswerSheet restricted(AnswerSheet sheet) {
        return only(sheet, restricted::contains);
    }

    /** The texts. */
    List<Said> texts(AnswerSheet sheet) {
        return only(sheet, texts::contains).answers().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(words -> new Said(e.getKey(), words)))
                .toList();
    }

    private static AnswerSheet only(AnswerSheet sheet, Predicate<String> kept) {
        Map<String, List<String>> answers = new LinkedHashMap<>(sheet.answers());
        answers.keySet().removeIf(kept.negate());
        return new AnswerSheet(answers);
    }
}
