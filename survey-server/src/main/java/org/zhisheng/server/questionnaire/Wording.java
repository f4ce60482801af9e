package org.zhisheng.server.questionnaire;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Text;

/**
 * The words of one folder in both languages. Whatever is asked for must be there in each of them, and the file at fault
 * is named where it is not.
 *
 * @param folder the folder, named from the folder of the questionnaires
 * @param words the two files
 */
record Wording(String folder, Map<Language, Words> words) {
    Text title() {
        return text("title", Words::title);
    }

    Text purpose() {
        return text("purpose", Words::purpose);
    }

    Text question(String item) {
        return text("items." + item + ".question", w -> map(item(w, item), Words.ItemWords::question));
    }

    /** The item's hint, which both languages have or neither. */
    @Nullable Text hint(String item) {
        Function<Words, @Nullable String> hint = w -> map(item(w, item), Words.ItemWords::hint);
        return words.values().stream().allMatch(w -> hint.apply(w) == null)
                ? null
                : text("items." + item + ".hint", hint);
    }

    Text option(String item, String option) {
        return text(
                "items." + item + ".options." + option,
                w -> map(item(w, item), i -> i.options().get(option)));
    }

    Text scale(String scale, String option) {
        return text("scales." + scale + "." + option, w -> map(w.scales().get(scale), s -> s.get(option)));
    }

    Text topic(String topic) {
        return text("topics." + topic, w -> w.topics().get(topic));
    }

    /** Refuses words for items that the definition does not have: most likely a code was mistyped. */
    void refuseItemsBeyond(Set<String> codes) {
        words.forEach((language, file) -> {
            Set<String> beyond = new TreeSet<>(file.items().keySet());
            beyond.removeAll(codes);
            if (!beyond.isEmpty()) {
                throw fault(language, "items." + beyond.iterator().next(), "no such item is defined; remove or rename");
            }
        });
    }

    private Text text(String path, Function<Words, @Nullable String> words) {
        return new Text(said(Language.CHINESE, path, words), said(Language.ENGLISH, path, words));
    }

    private String said(Language language, String path, Function<Words, @Nullable String> wanted) {
        Words file = Objects.requireNonNull(words.get(language));
        String said = wanted.apply(file);
        if (said == null || said.isBlank()) {
            throw fault(language, path, "the text is missing; write it");
        }
        return said;
    }

    private IllegalStateException fault(Language language, String path, String what) {
        return new IllegalStateException(
                QuestionnaireStore.ROOT + folder + "/" + language.tag() + ".json: " + path + ": " + what);
    }

    private static Words.@Nullable ItemWords item(Words words, String code) {
        return words.items().get(code);
    }

    private static <A, B> @Nullable B map(@Nullable A value, Function<A, @Nullable B> function) {
        return value == null ? null : function.apply(value);
    }
}
