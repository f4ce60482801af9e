package org.zhisheng.server.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.result.RestrictedResults;
import org.zhisheng.server.result.Results;

/**
 * No route, export, log or error returns what did not pass the gate: every route is asked as every role and as nobody, for a
 * closed survey with hidden groups and an open one. What is seen is exactly what may be: unredacted comments by who redacts
 * them, and bottom lines by the worker-side team.
 */
@Tag("server")
@MicronautTest(transactional = false)
final class CrawlTest {
    private static final Set<String> ALLOWED = new TreeSet<>(Set.of(
            "UNION_ADMINISTRATOR GET /console/surveys/{survey}/comments/{item} " + Canaries.COMMENT,
            "UNION_OFFICER GET /console/surveys/{survey}/comments/{item} " + Canaries.COMMENT,
            "WORKER_TEAM GET /console/surveys/{survey}/comments/{item} " + Canaries.RESTRICTED_COMMENT,
            "WORKER_TEAM GET /console/surveys/{survey}/restricted " + Canaries.RESTRICTED_FIGURE));

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
    void whatDidNotPassTheGateIsSeenByNobody() {
        Sightings sightings =
                new Sightings(server, router, accounts, new Canaries(server, surveys, results, restricted));
        sightings.look();
        assertEquals(ALLOWED, sightings.seen());
        assertTrue(sightings.answered() > 300, "the crawl gets in: " + sightings.answered() + " pages and files");
    }
}
