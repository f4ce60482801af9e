package org.zhisheng.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.response.SampleAnswers;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/** Who learns of the alert of reprisal: the higher union, as the question promises, and from three who say so. */
@Tag("server")
@MicronautTest(transactional = false)
final class ReprisalAlertTest {
    private static final String ALERT = "压力或报复";

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys surveys;

    @Inject
    TestAccounts accounts;

    @Inject
    Results results;

    @ParameterizedTest
    @CsvSource({
        "3, HIGHER_UNION, true",
        "2, HIGHER_UNION, false",
        "3, WORKER_TEAM, false",
        "3, EVALUATOR, false",
        "3, UNION_ADMINISTRATOR, false",
        "3, UNION_OFFICER, false"
    })
    void theAlertReachesTheHigherUnionAlone(int yes, Role role, boolean told) {
        Manifest survey =
                surveys.fielded("mid-pulse", new Frame(List.of("车间"), List.of(new Stratum("01", List.of("一车间"), 60))));
        SampleAnswers answers = new SampleAnswers(server);
        for (int i = 0; i < 12; i++) {
            answers.cast(survey, "01", Map.of("PULSE-M8", i < yes ? "YES" : "NO"));
        }
        results.close(survey.survey(), "王秀兰");
        String page = accounts.browser(server, role, survey.organization())
                .get("/console/surveys/" + survey.survey() + "/result")
                .body();
        assertEquals(told, page.contains(ALERT));
    }
}
