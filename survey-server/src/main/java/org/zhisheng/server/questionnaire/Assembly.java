package org.zhisheng.server.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.zhisheng.server.questionnaire.Definition.Ask;
import org.zhisheng.server.questionnaire.Definition.Entry;

/** Puts a definition, its words and the shared parts together, and refuses what does not fit. */
final class Assembly {
    private final String file;
    private final Wording wording;
    private final SharedParts parts;
    private final SequencedMap<String, ItemTemplate> done = new LinkedHashMap<>();

    Assembly(String folder, Wording wording, SharedParts parts) {
        this.file = QuestionnaireStore.ROOT + folder + "/definition.json";
        this.wording = wording;
        this.parts = parts;
    }

    /** The items in order, each with its words. */
    List<ItemTemplate> templates(Definition definition) {
        for (Entry entry : definition.items()) {
            require(entry.code().startsWith(definition.prefix() + "-"), entry.code(), "its code lacks the prefix");
            require(!done.containsKey(entry.code()), entry.code(), "its code stands twice");
            done.put(entry.code(), template(entry));
        }
        require(
                done.containsKey(definition.demographics().after()),
                definition.demographics().after(),
                "is no item");
        wording.refuseItemsBeyond(done.keySet());
        parts.demographics().items(definition.demographics().byDefault());
        return new ArrayList<>(done.values());
    }

    private ItemTemplate template(Entry entry) {
        Item item = new Item(
                entry.code(),
                entry.concept(),
                entry.kind(),
                wording.question(entry.code()),
                wording.hint(entry.code()),
                options(entry),
                entry.kind() == ItemKind.SINGLE ? 1 : max(entry),
                entry.optionsFrom(),
                entry.askWhen().stream().map(ask -> condition(entry, ask)).toList(),
                Objects.requireNonNullElse(entry.audience(), Audience.EVERYONE),
                entry.rotated(),
                entry.feeds());
        check(entry, item);
        return new ItemTemplate(item, entry.core(), entry.supply(), entry.limit());
    }

    private List<Option> options(Entry entry) {
        if (entry.scale() == null) {
            return SharedParts.options(entry.options(), option -> wording.option(entry.code(), option));
        }
        List<Option> scale = parts.scale(entry.scale());
        if (scale == null) {
            throw fault(entry.code(), "there is no scale " + entry.scale());
        }
        return scale;
    }

    private int max(Entry entry) {
        if (entry.max() == null) {
            throw fault(entry.code(), "says no max");
        }
        return entry.max();
    }

    private Condition condition(Entry entry, Ask ask) {
        ItemTemplate earlier = done.get(ask.item());
        if (earlier == null) {
            throw fault(entry.code(), "askWhen names " + ask.item() + ", which is no earlier item");
        }
        require(earlier.core() || !entry.core(), entry.code(), "is core but depends on one that is not");
        require(earlier.supply() == null, entry.code(), "depends on an item that a round may leave out");
        List<String> codes = earlier.item().options().stream().map(Option::code).toList();
        require(codes.containsAll(ask.anyOf()), entry.code(), "askWhen.anyOf names an unknown option");
        require(codes.containsAll(ask.noneOf()), entry.code(), "askWhen.noneOf names an unknown option");
        return new Condition(ask.item(), ask.answered() ? codes : ask.anyOf(), ask.noneOf(), ask.otherwise());
    }

    private void check(Entry entry, Item item) {
        boolean optionless = item.kind() == ItemKind.TEXT || entry.supply() == Supply.AGENDA;
        require(
                optionless == item.options().isEmpty(),
                item.code(),
                "has options though a text, or none though a choice");
        require(
                item.options().stream().map(Option::code).distinct().count()
                        == item.options().size(),
                item.code(),
                "has an option twice");
        if (item.optionsFrom() != null) {
            ItemTemplate source = done.get(item.optionsFrom());
            require(
                    source != null && source.item().options().equals(item.options()),
                    item.code(),
                    "optionsFrom is no earlier item with the same options");
        }
        for (Condition condition : item.askWhen()) {
            String otherwise = condition.otherwise();
            require(otherwise == null || item.option(otherwise) != null, item.code(), "otherwise is no option of it");
        }
    }

    private void require(boolean holds, String item, String otherwise) {
        if (!holds) {
            throw fault(item, otherwise);
        }
    }

    private IllegalStateException fault(String item, String what) {
        return new IllegalStateException(file + ": items." + item + ": " + what + "; mend the definition");
    }
}
