package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.round.Round;

/** Every role at every route: what it answers at the organization, and that elsewhere nothing is found. */
@Tag("server")
@MicronautTest(transactional = false)
final class ScorecardRoutesTest {
    /** What each role gets at its own organization, in the order of {@link Role}. */
    private static final String TABLE = """
            GET  /console/scorecards                                200 200 200 200 200 200
            POST /console/scorecards                                403 303 303 403 403 303
            GET  /console/scorecards/{card}                         403 200 200 200 200 200
            GET  /console/scorecards/{card}/explanation             403 200 200 200 200 200
            GET  /console/scorecards/{card}/scorecard.csv           403 200 200 200 200 200
            GET  /console/scorecards/{card}/files.zip               403 409 409 409 409 409
            GET  /console/scorecards/{card}/recalculator.html       403 409 409 409 409 409
            GET  /console/scorecards/{card}/facts                   403 200 200 403 403 403
            POST /console/scorecards/{card}/facts                   403 303 303 403 403 403
            GET  /console/scorecards/{card}/verification            403 403 403 403 403 200
            POST /console/scorecards/{card}/verification            403 403 403 403 403 303
            POST /console/scorecards/{card}/sign                    403 403 403 403 403 409
            GET  /console/scorecards/{card}/plan                    403 200 200 200 200 200
            POST /console/scorecards/{card}/plan                    403 422 422 403 403 403
            POST /console/scorecards/{card}/plan/remove             403 404 404 403 403 403
            GET  /console/league                                    200 200 200 200 200 200
            GET  /console/league/league.csv                         404 200 200 200 200 200
            POST /console/league/targets                            403 422 403 403 403 403
            GET  /console/schemes                                   200 200 200 200 200 200
            POST /console/schemes                                   403 422 403 403 403 403
            GET  /console/schemes/{id}/{version}                    404 200 404 404 404 404
            GET  /console/schemes/{id}/{version}/edit               404 200 404 404 404 404
            POST /console/schemes/{id}/{version}/edit               404 303 404 404 404 404
            GET  /console/schemes/{id}/{version}/judgements         404 200 404 404 404 404
            POST /console/schemes/{id}/{version}/judgements         404 422 404 404 404 404
            POST /console/schemes/{id}/{version}/judgements/remove  404 303 404 404 404 404
            POST /console/schemes/{id}/{version}/judgements/use     404 303 404 404 404 404
            """;

    private static final Set<String> OPEN_TO_ALL =
            Set.of("/console/scorecards", "/console/league", "/console/league/league.csv", "/console/schemes");

    @Inject
    EmbeddedServer server;

    @Inject
    TestAccounts accounts;

    @Inject
    SampleRounds samples;

    @Inject
    Scorecards scorecards;

    @Inject
    Schemes schemes;

    @Inject
    Router router;

    private record Place(Organization plant, Round round, Id card, SchemeId scheme) {}

    private Place place() {
        Organization plant = samples.plant(samples.county("沂水县总工会"), "沂河纺织");
        Round round = samples.round(plant, 2026);
        Actor by = new Actor(Id.random(new Random()), "王", List.of());
        Id card = scorecards.open(round, new SchemeId("cb-qei", "1.0.0"), by).id();
        SchemeId scheme = new SchemeId("fork-" + Math.abs(new Random().nextInt()), "1.0.0");
        schemes.fork(new SchemeId("cb-qei", "1.0.0"), scheme, plant.id(), SampleRounds.title(), "王");
        return new Place(plant, round, card, scheme);
    }

    @Test
    void everyRoleGetsWhatTheTableSays() {
        Place place = place();
        List<String> actual = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] route = line.split(" +");
            actual.add(route[0] + " " + route[1] + " "
                    + Arrays.stream(Role.values())
                            .map(role ->
                                    accounts.browser(server, role, place.plant().id()))
                            .map(browser -> String.valueOf(status(browser, route[0], route[1], place)))
                            .collect(Collectors.joining(" ")));
        }
        assertEquals(
                TABLE.lines().map(l -> l.replaceAll(" +", " ").strip()).collect(Collectors.joining("\n")),
                String.join("\n", actual));
    }

    @Test
    void elsewhereNothingIsFound() {
        Place place = place();
        Organization other = samples.county("蒙阴县总工会");
        for (Role role : Role.values()) {
            Browser browser = accounts.browser(server, role, other.id());
            TABLE.lines().map(line -> line.split(" +")).forEach(route -> {
                if (!OPEN_TO_ALL.contains(route[1]) || route[0].equals("POST")) {
                    assertEquals(404, status(browser, route[0], route[1], place), role + " " + route[0] + route[1]);
                }
            });
            assertTrue(!browser.get("/console/scorecards")
                    .body()
                    .contains(place.card().toString()));
        }
    }

    @Test
    void theTableHasEveryRoute() {
        Set<String> tested = TABLE.lines()
                .map(line -> line.split(" +"))
                .map(r -> r[0] + " " + r[1].replace("{card}", "{id}"))
                .collect(Collectors.toCollection(TreeSet::new));
        // Adopting is final and has a test of its own beside the schemes.
        tested.add("POST /console/schemes/{id}/{version}/adopt");
        Set<String> routes = router.uriRoutes()
                .filter(r -> r.getUriMatchTemplate().toString().matches("/console/(scorecards|league|schemes).*"))
                .filter(r -> !r.getHttpMethodName().equals("HEAD"))
                .map(r -> r.getHttpMethodName() + " "
                        + r.getUriMatchTemplate().toString().replaceAll("\\{\\?[^}]*}", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(tested, routes);
    }

    private static int status(Browser browser, String method, String route, Place place) {
        String path = route.replace("{card}", place.card().toString())
                .replace("{id}/{version}", place.scheme().toString());
        browser.with("Accept", "*/*");
        if (method.equals("GET")) {
            return browser.get(path).statusCode();
        }
        return browser.post(
                        path,
                        "round",
                        place.round().id().toString(),
                        "scheme",
                        "cb-qei/1.0.0",
                        "organization",
                        place.plant().id().toString(),
                        "parent",
                        "cb-qei/1.0.0")
                .statusCode();
    }
}
