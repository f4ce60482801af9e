package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Condition;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.response.Question.Choice;
import org.zhisheng.server.response.Question.Slot;

/** Puts items into the words and marks of a page. */
@Singleton
final class QuestionView {
    /** Codes of options for what the list forgot: they stay last whatever the rotation. */
    private static final Set<String> OTHERS = Set.of("OTHER", "T99");

    private final Messages messages;
    private final Json json;

    QuestionView(Messages messages, Json json) {
        this.messages = messages;
        this.json = json;
    }

    /** The items of a form with what was entered so far and what is wrong with it. */
    List<Question> of(Form form, Language language, AnswerSheet entered, List<Fault> faults) {
        List<Question> questions = new ArrayList<>();
        for (Item item : form.items()) {
            questions.add(question(form, item, language, entered.of(item.code()), faults));
        }
        return questions;
    }

    private Question question(Form form, Item item, Language language, List<String> entered, List<Fault> faults) {
        boolean text = item.kind() == ItemKind.TEXT;
        boolean ranked = item.kind() == ItemKind.RANKED;
        return new Question(
                item.code(),
                item.kind().name(),
                item.max(),
                item.optionsFrom(),
                item.askWhen().isEmpty() ? null : when(form, item),
                item.rotated(),
                item.question().in(language),
                item.hint() == null ? null : item.hint().in(language),
                skip(form, item, language),
                wrong(item, language, faults),
                item.kind() != ItemKind.SINGLE
                        && (text || ranked || item.max() < item.options().size()),
                item.kind() == ItemKind.MULTIPLE ? "checkbox" : "radio",
                text || ranked ? List.of() : choices(item, language, entered::contains),
                ranked ? slots(item, language, entered) : List.of(),
                text,
                text && !entered.isEmpty() ? entered.getFirst() : "");
    }

    private List<Slot> slots(Item item, Language language, List<String> entered) {
        List<Slot> slots = new ArrayList<>();
        for (int place = 0; place < item.max(); place++) {
            String chosen = place < entered.size() ? entered.get(place) : "";
            slots.add(new Slot(
                    messages.say(language, "response.place", List.of(place + 1)),
                    choices(item, language, chosen::equals)));
        }
        return slots;
    }

    private static List<Choice> choices(Item item, Language language, Predicate<String> chosen) {
        return item.options().stream()
                .map(option -> choice(item, option, option.label().in(language), chosen.test(option.code())))
                .toList();
    }

    private static Choice choice(Item item, Option option, String label, boolean chosen) {
        boolean alone = option.exclusive() || option.missing() != null;
        return new Choice(
                option.code(),
                label,
                chosen,
                alone && item.kind() == ItemKind.MULTIPLE,
                item.rotated() && (alone || OTHERS.contains(option.code())));
    }

    /** The conditions as the script reads them: {@code [[item, anyOf, noneOf], …]}. */
    private String when(Form form, Item item) {
        List<List<Object>> conditions = item.askWhen().stream()
                .map(c -> List.<Object>of(c.item(), isAnyAnswer(form, c) ? List.of("*") : c.anyOf(), c.noneOf()))
                .toList();
        return new String(json.write(conditions), StandardCharsets.UTF_8);
    }

    /** Whether any option will do, so that the condition only asks for an answer. */
    private static boolean isAnyAnswer(Form form, Condition condition) {
        return form.item(condition.item())
                .filter(earlier -> condition
                        .anyOf()
                        .containsAll(
                                earlier.options().stream().map(Option::code).toList()))
                .isPresent();
    }

    private @Nullable String skip(Form form, Item item, Language language) {
        List<String> lines = item.askWhen().stream()
                .map(condition -> skip(form, condition, language))
                .toList();
        return lines.isEmpty() ? null : String.join(" ", lines);
    }

    private String skip(Form form, Condition condition, Language language) {
        Item earlier = form.item(condition.item()).orElseThrow();
        int number = form.items().indexOf(earlier) + 1;
        if (!condition.anyOf().isEmpty()) {
            return isAnyAnswer(form, condition)
                    ? messages.say(language, "response.only-if-answered", List.of(number))
                    : messages.say(language, "response.only-if", named(number, earlier, condition.anyOf(), language));
        }
        return messages.say(language, "response.skip-if", named(number, earlier, condition.noneOf(), language));
    }

    private List<Object> named(int number, Item earlier, List<String> options, Language language) {
        List<String> labels = options.stream()
                .map(code -> Objects.requireNonNull(earlier.option(code), "conditions name known options")
                        .label()
                        .in(language))
                .toList();
        return List.of(number, String.join(messages.say(language, "response.or"), labels));
    }

    private String wrong(Item item, Language language, List<Fault> faults) {
        return String.join(
                " ",
                faults.stream()
                        .filter(fault -> fault.field().equals(item.code()))
                        .map(fault -> messages.say(language, fault.key(), fault.arguments()))
                        .toList());
    }
}
