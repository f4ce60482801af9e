package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhisheng.analytics.score.Source;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.questionnaire.Topic;

/** Facts, values and sources in words. */
@Singleton
final class Wording {
    private final FactCatalogue catalogue;
    private final Questionnaires questionnaires;
    private final Messages messages;

    Wording(FactCatalogue catalogue, Questionnaires questionnaires, Messages messages) {
        this.catalogue = catalogue;
        this.questionnaires = questionnaires;
        this.messages = messages;
    }

    String say(Language language, String key, Object... arguments) {
        return messages.say(language, key, List.of(arguments));
    }

    /** The name of a fact. */
    String fact(String id, Language language) {
        return catalogue.get(id).name().in(language);
    }

    /** A stored value of a fact. */
    String value(String fact, String stored, Language language) {
        if (stored.isEmpty()) {
            return "";
        }
        return switch (catalogue.get(fact).kind()) {
            case NUMBER -> stored;
            case ANSWER -> say(language, "scorecard.answer." + stored);
            case TOPICS -> {
                Set<String> codes = FactDefinition.topicCodes(stored);
                yield codes.isEmpty()
                        ? say(language, "scorecard.topics.none")
                        : questionnaires.topics().stream()
                                .filter(t -> codes.contains(t.code()))
                                .map(t -> t.name().in(language))
                                .collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
            }
        };
    }

    List<Topic> topics() {
        return questionnaires.topics().stream()
                .filter(t -> !t.code().equals(Topic.OTHER))
                .toList();
    }

    /** The title of a questionnaire. */
    String survey(String questionnaire, Language language) {
        return questionnaires.all().stream()
                .filter(q -> q.id().equals(questionnaire))
                .findFirst()
                .map(q -> q.title().in(language))
                .orElse(questionnaire);
    }

    /** What an indicator waits for: the surveys and facts of any of its sources. */
    String needed(List<Source> sources, Language language) {
        List<String> ways = new ArrayList<>();
        for (Source source : sources) {
            Set<String> parts = new LinkedHashSet<>();
            String survey = FactCatalogue.survey(source);
            if (!survey.isEmpty()) {
                parts.add(say(language, "scorecard.needed.survey", survey(survey, language)));
            }
            FactCatalogue.facts(source).forEach(f -> parts.add(fact(f, language)));
            ways.add(String.join(language == Language.CHINESE ? "、" : ", ", parts));
        }
        return String.join(say(language, "scorecard.needed.or"), ways);
    }
}
