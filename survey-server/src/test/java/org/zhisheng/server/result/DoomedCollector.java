package org.zhisheng.server.result;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.Casting;
import org.zhisheng.server.response.Halting;
import org.zhisheng.server.response.Killed;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Surveys;

/**
 * A collector that is killed at its work, as a process of its own: it casts, mixes, sweeps and closes, and says on its standard
 * output what was acknowledged.
 */
final class DoomedCollector {
    static final int WORKERS = 12;

    private DoomedCollector() {}

    /** Arguments: the survey, a first seed, then properties of the application as {@code name=value}. */
    public static void main(String[] arguments) {
        try (ApplicationContext context = Killed.start(List.of(arguments).subList(2, arguments.length))) {
            Manifest survey = context.getBean(Surveys.class)
                    .get(Id.parse(arguments[0]).orElseThrow())
                    .manifest();
            Casting casting = context.getBean(Casting.class);
            long first = Long.parseLong(arguments[1]);
            for (long seed = first; seed < first + WORKERS; seed++) {
                boolean counted = CollectorKillTest.cast(casting, survey, seed);
                Halting.at("before-answer");
                System.out.println((counted ? "counted " : "refused ") + seed);
                System.out.flush();
            }
            casting.mix(survey);
            Halting.at("after-mix");
            casting.mix(survey);
            Halting.at("after-sweep");
            context.getBean(Results.class).close(survey.survey(), null);
            System.out.println("closed");
        }
    }
}
