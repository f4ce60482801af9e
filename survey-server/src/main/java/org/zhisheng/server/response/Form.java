package org.zhisheng.server.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Stratum;

/**
 * What is put to a worker.
 *
 * @param survey the survey
 * @param stratum the stratum that the poster's address carried; null where it is asked, or a credential tells it
 * @param items the items in order; {@link Item#STRATUM} is the first where the stratum is asked
 */
record Form(Fielded survey, @Nullable Stratum stratum, List<Item> items) {
    Form {
        items = List.copyOf(items);
    }

    /** The item with the given code. */
    Optional<Item> item(String code) {
        return items.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** Whether there is a point in showing the questions: some may begin, or those who began may still submit. */
    boolean isAnswerable(Instant now) {
        return survey.isOpen(now) || survey.isClosing(now);
    }

    /** The path of the worker's page, without a stratum. */
    String home() {
        return "/s/" + survey.manifest().code();
    }
}
