package org.zhisheng.server.questionnaire;

import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Definition.Limit;

/**
 * An item with its words, before a round fills it in.
 *
 * @param item the item as it stands in the definition
 * @param core whether the core length asks it
 * @param supply what of the round it is made from, or null
 * @param limit most items made from it, or null where it is one item
 */
record ItemTemplate(
        Item item,
        boolean core,
        @Nullable Supply supply,
        @Nullable Limit limit) {
    /** The items that it becomes: itself, several, or none where the round does not supply what it needs. */
    List<Item> fill(Length length, Fill fill, SequencedMap<String, Topic> topics) {
        return switch (supply) {
            case null -> List.of(item);
            case IN_FORCE_60_DAYS -> fill.inForce60Days() ? List.of(item) : List.of();
            case PROPOSAL -> fill.proposal() == null ? List.of() : List.of(quoting("{proposal}", fill.proposal()));
            case AGENDA -> agenda(topics(fill.agendaTopics(), topics).toList());
            case CONTRACT_TOPICS ->
                topics(fill.contractTopics(), topics)
                        .filter(topic -> !topic.code().equals(Topic.OTHER))
                        .limit(most(length))
                        .map(this::onTopic)
                        .toList();
            case CLAUSES -> clauses(fill.clauses(), most(length));
        };
    }

    private List<Item> agenda(List<Topic> topics) {
        if (topics.size() < 2) {
            return List.of();
        }
        List<Option> options =
                topics.stream().map(t -> Option.plain(t.code(), t.name())).toList();
        return List.of(with(item.code(), item.concept(), item.question(), options));
    }

    private Item onTopic(Topic topic) {
        Item quoting = quoting("{topic}", topic.name());
        return with(
                item.code() + topic.code().substring(1),
                item.concept() + "." + topic.code(),
                quoting.question(),
                item.options());
    }

    private List<Item> clauses(List<Clause> clauses, int most) {
        return IntStream.range(0, Math.min(most, clauses.size()))
                .mapToObj(i -> onClause(clauses.get(i), i + 1))
                .toList();
    }

    private Item onClause(Clause clause, int number) {
        Text question = quoting("{clause}", clause.wording()).question();
        return with(item.code() + "-" + number, item.concept() + "." + clause.code(), question, item.options());
    }

    private Item quoting(String place, Text words) {
        Text question = new Text(
                item.question().zh().replace(place, words.zh()),
                item.question().en().replace(place, words.en()));
        return with(item.code(), item.concept(), question, item.options());
    }

    private Item with(String code, String concept, Text question, List<Option> options) {
        return new Item(
                code,
                concept,
                item.kind(),
                question,
                item.hint(),
                options,
                item.max(),
                item.optionsFrom(),
                item.askWhen(),
                item.audience(),
                item.rotated(),
                item.feeds());
    }

    private int most(Length length) {
        return limit == null ? Integer.MAX_VALUE : limit.of(length);
    }

    private static Stream<Topic> topics(List<String> codes, SequencedMap<String, Topic> topics) {
        return codes.stream().distinct().map(code -> {
            Topic topic = topics.get(code);
            if (topic == null) {
                throw new IllegalArgumentException("no topic has the code " + code + "; use T01 to T21 or T99");
            }
            return topic;
        });
    }
}
