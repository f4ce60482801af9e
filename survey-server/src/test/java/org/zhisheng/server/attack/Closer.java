package org.zhisheng.server.attack;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.StoredIds;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Surveys;

/** Mixes and closes a survey in a process of its own, as the jobs do by the clock. */
public final class Closer {
    private Closer() {}

    /** Arguments: the data folder, the survey, and {@code mix} or {@code close}. */
    public static void main(String[] arguments) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of("zhisheng.data", arguments[0], "zhisheng.jobs", "false"))
                .start()) {
            Id survey = Id.parse(arguments[1]).orElseThrow();
            if (arguments[2].equals("mix")) {
                context.getBean(StoredIds.class)
                        .mix(context.getBean(Surveys.class).get(survey).manifest());
            } else {
                context.getBean(Results.class).close(survey, null);
            }
        }
    }
}
