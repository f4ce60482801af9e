package org.zhisheng.server.report;

import java.util.List;
import java.util.Objects;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.survey.Manifest;

/** What the parts of a result are called in a reader's language, and what stands where a number is not shown. */
record Names(Messages messages, Questionnaires questionnaires, Manifest manifest, Language language) {
    /** Concept of satisfaction with one topic of the contract, before the topic's code. */
    private static final String ON_TOPIC = "satisfaction.term.";

    String say(String key, Object... arguments) {
        return Objects.requireNonNull(messages.say(language, key, List.of(arguments)));
    }

    /** A short name of an item for tables: its concept's, or its question where the messages have none. */
    String item(String code) {
        Item item = manifest.item(code).orElseThrow();
        if (item.concept().startsWith(ON_TOPIC)) {
            return topic(item.concept().substring(ON_TOPIC.length()));
        }
        String key = "report.concept." + item.concept();
        String name = messages.say(language, key);
        return name.startsWith("[") ? item.question().in(language) : name;
    }

    private String topic(String code) {
        return questionnaires.topics().stream()
                .filter(t -> t.code().equals(code))
                .map(t -> t.name().in(language))
                .findFirst()
                .orElse(code);
    }

    String option(Item item, String code) {
        Option option = item.option(code);
        return option == null ? code : option.label().in(language);
    }

    String dimension(String name) {
        return manifest.item(name).map(i -> item(i.code())).orElse(name);
    }

    String group(String dimension, String name) {
        if (name.isEmpty()) {
            return say("report.no-answer");
        }
        return manifest.item(dimension).map(i -> option(i, name)).orElse(name);
    }

    /** Why a figure has no number, in words. */
    Value unsaid(Figure figure) {
        return Value.words(say("report.limit." + figure.limit().code()));
    }
}
