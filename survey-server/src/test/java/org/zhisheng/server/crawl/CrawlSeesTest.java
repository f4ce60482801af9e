package org.zhisheng.server.crawl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.result.RestrictedResults;
import org.zhisheng.server.result.Results;

/** The crawl sees leaks: to everybody, to whoever is signed in, and in the log; of comments and of figures. */
@Tag("server")
@MicronautTest(transactional = false)
@Property(name = "zhisheng.test.leak", value = "true")
final class CrawlSeesTest {
    @Inject
    EmbeddedServer server;

    @Inject
    Router router;

    @Inject
    SampleSurveys surveys;

    @Inject
    TestAccounts accounts;

    @Inject
    Results results;

    @Inject
    RestrictedResults restricted;

    @Test
    void aRouteThatLeaksIsSeen() {
        Sightings sightings =
                new Sightings(server, router, accounts, new Canaries(server, surveys, results, restricted));
        sightings.look();
        Set<String> seen = sightings.seen();
        for (String leak : List.of(
                "nobody GET /s/{code}/leak " + Canaries.COMMENT,
                "nobody GET /s/{code}/leak " + Canaries.OPEN_COMMENT,
                "log " + Canaries.COMMENT,
                "log " + Canaries.OPEN_COMMENT,
                "EVALUATOR GET /console/test/leak/{survey} hidden small group",
                "EVALUATOR GET /console/test/leak/{survey} open survey",
                "HIGHER_UNION GET /console/test/leak/{survey} " + Canaries.RESTRICTED_COMMENT)) {
            assertTrue(seen.contains(leak), () -> leak + " was not seen in " + seen);
        }
    }
}
