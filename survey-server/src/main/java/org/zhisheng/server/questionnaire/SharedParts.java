package org.zhisheng.server.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Definition.Choice;
import org.zhisheng.server.questionnaire.Definition.Entry;

/**
 * The shared parts that one questionnaire uses, with their words.
 *
 * @param topics all topics by code
 * @param scales lists of options by name, all topics among them
 * @param demographics the demographics
 */
record SharedParts(
        SequencedMap<String, Topic> topics, SequencedMap<String, List<Option>> scales, Demographics demographics) {
    static SharedParts read(QuestionnaireStore store, Definition.Parts parts) {
        SequencedMap<String, Topic> topics = topics(store, "topics/" + parts.topics());
        SequencedMap<String, List<Option>> scales = scales(store, "scales/" + parts.scales());
        scales.put(
                Entry.TOPICS,
                topics.values().stream()
                        .map(t -> Option.plain(t.code(), t.name()))
                        .toList());
        return new SharedParts(topics, scales, demographics(store, "demographics/" + parts.demographics()));
    }

    /** Gives choices their labels. */
    static List<Option> options(List<Choice> choices, Function<String, Text> label) {
        return choices.stream().map(c -> option(c, label.apply(c.code()))).toList();
    }

    private static Option option(Choice c, Text label) {
        return new Option(
                c.code(), label, c.points(), c.lower(), c.upper(), c.upperIncluded(), c.missing(), c.exclusive());
    }

    private static SequencedMap<String, Topic> topics(QuestionnaireStore store, String folder) {
        Wording wording = new Wording(folder, store.words(folder));
        SequencedMap<String, Topic> topics = new LinkedHashMap<>();
        store.definition(folder, SharedDefinition.Topics.class)
                .topics()
                .forEach(t -> topics.put(t.code(), new Topic(t.code(), t.field(), wording.topic(t.code()))));
        return topics;
    }

    private static SequencedMap<String, List<Option>> scales(QuestionnaireStore store, String folder) {
        Wording wording = new Wording(folder, store.words(folder));
        SequencedMap<String, List<Option>> scales = new LinkedHashMap<>();
        store.definition(folder, SharedDefinition.Scales.class)
                .scales()
                .forEach((name, choices) -> scales.put(name, options(choices, option -> wording.scale(name, option))));
        return scales;
    }

    private static Demographics demographics(QuestionnaireStore store, String folder) {
        Wording wording = new Wording(folder, store.words(folder));
        var definition = store.definition(folder, SharedDefinition.Demographics.class);
        SequencedMap<String, Item> items = new LinkedHashMap<>();
        definition
                .demographics()
                .forEach(d -> items.put(d.code(), item(d.code(), d.concept(), d.options(), wording, "segment")));
        var s = definition.stratum();
        return new Demographics(
                definition.demographics(), items, item(s.code(), s.concept(), s.options(), wording, "weighting"));
    }

    private static Item item(String code, String concept, List<Choice> choices, Wording wording, String feeds) {
        return new Item(
                code,
                concept,
                ItemKind.SINGLE,
                wording.question(code),
                wording.hint(code),
                options(choices, option -> wording.option(code, option)),
                1,
                null,
                List.of(),
                Audience.EVERYONE,
                false,
                List.of(feeds));
    }

    /** The options of a scale, or null where there is no such scale. */
    @Nullable List<Option> scale(String name) {
        return scales.get(name);
    }
}
