package org.zhisheng.server.response;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/** Gives away what no route may, so that the crawl is known to see it. Exists where a test asks for it. */
@Hidden
@Controller
@Requires(property = "zhisheng.test.leak", value = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeakingController {
    private final Responses responses;
    private final Stored stored;
    private final Surveys surveys;

    LeakingController(Responses responses, Stored stored, Surveys surveys) {
        this.responses = responses;
        this.stored = stored;
        this.surveys = surveys;
    }

    /** To whoever is signed in: the would-be figure of a group, and all texts. */
    @Get("/console/test/leak/{survey}")
    @Produces(MediaType.ALL)
    String console(Id survey) {
        return share(survey) + texts(survey);
    }

    /** To everybody. */
    @Get("/s/{code}/leak")
    @Produces(MediaType.ALL)
    String open(String code) {
        return texts(surveys.byCode(code).id());
    }

    /** In an exception's message, and so in the log. */
    @Get("/s/{code}/leak/log")
    String log(String code) {
        LoggerFactory.getLogger(LeakingController.class)
                .error("read {}", texts(surveys.byCode(code).id()));
        throw new IllegalStateException("unexpected");
    }

    private String share(Id survey) {
        List<Response> all =
                responses(survey).stream().filter(r -> "03".equals(r.stratum())).toList();
        long yes = all.stream()
                .filter(r -> r.answers().of("PRE-S1").contains("SATISFIED"))
                .count();
        return "share " + (double) yes / all.size() + " ";
    }

    private List<Response> responses(Id survey) {
        List<Response> all = new java.util.ArrayList<>();
        if (isClosed(survey)) {
            responses.forEach(survey, all::add);
        } else {
            all.addAll(stored.responses(surveys.get(survey).manifest()));
        }
        return all;
    }

    private String texts(Id survey) {
        if (!isClosed(survey)) {
            return stored.texts(surveys.get(survey).manifest()).toString();
        }
        StringBuilder all = new StringBuilder();
        responses.forEachText(survey, text -> all.append(text.words()).append(' '));
        return all.toString();
    }

    private boolean isClosed(Id survey) {
        return surveys.get(survey).state() == SurveyState.CLOSED;
    }
}
