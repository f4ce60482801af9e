package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Condition;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;

/** Makes items readable: what will be asked, of whom, with which answers on offer. */
@Singleton
final class ItemViews {
    private static final Text NONE = Text.same("");

    private final Sayings sayings;

    ItemViews(Sayings sayings) {
        this.sayings = sayings;
    }

    List<ItemView> of(List<Item> items, Language language) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> view(items, i, language))
                .toList();
    }

    private ItemView view(List<Item> items, int at, Language language) {
        Item item = items.get(at);
        String kind = "survey.item." + item.kind().name().toLowerCase(Locale.ROOT);
        List<String> conditions = item.askWhen().stream()
                .map(condition -> said(items, condition, language))
                .collect(Collectors.toList());
        if (item.optionsFrom() != null) {
            conditions.add(sayings.say(language, "survey.item.from", number(items, item.optionsFrom())));
        }
        return new ItemView(
                at + 1,
                item.code(),
                sayings.say(language, kind, item.max()),
                item.question(),
                Objects.requireNonNullElse(item.hint(), NONE),
                item.kind() == ItemKind.TEXT
                        ? List.of()
                        : item.options().stream().map(Option::label).toList(),
                conditions,
                item.restricted());
    }

    private String said(List<Item> items, Condition condition, Language language) {
        boolean any = !condition.anyOf().isEmpty();
        List<String> codes = any ? condition.anyOf() : condition.noneOf();
        Item earlier = find(items, condition.item());
        String labels = codes.stream()
                .map(code -> label(earlier, code, language))
                .collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
        String key = any ? "survey.item.when-any" : "survey.item.when-none";
        return sayings.say(language, key, number(items, condition.item()), labels);
    }

    private static String label(@Nullable Item item, String code, Language language) {
        Option option = item == null ? null : item.option(code);
        return option == null ? code : option.label().in(language);
    }

    private static @Nullable Item find(List<Item> items, String code) {
        return items.stream().filter(i -> i.code().equals(code)).findFirst().orElse(null);
    }

    private static Object number(List<Item> items, String code) {
        Item item = find(items, code);
        return item == null ? code : items.indexOf(item) + 1;
    }
}
