package org.zhisheng.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.organization.OrganizationFacts;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.StartupNotice;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.SurveyState;

/** The sample data on a real server on H2 in a file, stopped and started as its owner does. */
@Tag("server")
@Timeout(600)
final class DemoTest {
    private static final URI PHONES = URI.create("http://192.168.1.23:8080");

    @TempDir
    Path folder;

    @Test
    void anInterruptedSeedingIsFinishedOnceByTheNextStart() throws Exception {
        try (EmbeddedServer first = server(true)) {
            Thread seeding = begin(first).orElseThrow();
            while (count(first, demand(first)) < 20) {
                Thread.sleep(20);
            }
            first.getApplicationContext().getBean(Seeding.class).stop();
            seeding.join();
            assertTrue(count(first, demand(first)) < 341);
        }
        try (EmbeddedServer second = server(true)) {
            begin(second).orElseThrow().join();

            assertEquals(SurveyState.CLOSED, demand(second).state());
            assertEquals(341, result(second).coverage().received());
            assertEquals(SurveyState.LAUNCHED, evaluation(second).state());
            assertEquals(305, count(second, evaluation(second)));
        }
        try (EmbeddedServer third = server(true)) {
            assertEquals(Optional.empty(), begin(third));
            assertEquals(305, count(third, evaluation(third)));
        }
    }

    @Test
    void theTerminalShowsTheOpenSurveyAndACodeForEachRole() {
        try (EmbeddedServer server = server(true)) {
            List<String> lines = lines(server);

            assertEquals(6, lines.stream().filter(l -> l.contains("/sign-in#")).count());
            assertTrue(lines.contains(
                    "  " + PHONES + "/s/" + evaluation(server).manifest().code()));
            assertTrue(lines.stream().anyMatch(l -> l.contains("▀")));
        }
    }

    @Test
    void aFreshInstallationShowsOneSampleUntilSomebodySetsUpAnOrganization() {
        try (EmbeddedServer fresh = server(false)) {
            assertTrue(lines(fresh).stream().anyMatch(l -> l.contains("▀")));
            assertEquals(Optional.empty(), begin(fresh));
            fresh.getApplicationContext().getBean(Organizations.class).addRoot(OrganizationFacts.enterprise("沂水食品厂工会"));
        }
        try (EmbeddedServer used = server(false)) {
            assertEquals(List.of(), lines(used));
            Scene.Survey sample = used.getApplicationContext()
                    .getBean(Scenes.class)
                    .sample()
                    .surveys()
                    .getFirst();
            Fielded survey = used.getApplicationContext()
                    .getBean(Stage.class)
                    .find(sample)
                    .orElseThrow();
            assertEquals(SurveyState.CANCELLED, survey.state());
        }
    }

    @Test
    void realDataIsLeftAlone() {
        try (EmbeddedServer real = server(false)) {
            real.getApplicationContext().getBean(Organizations.class).addRoot(OrganizationFacts.enterprise("沂水食品厂工会"));
        }
        try (EmbeddedServer demo = server(true)) {
            List<String> lines = lines(demo);
            assertFalse(lines.isEmpty());
            assertTrue(lines.stream().noneMatch(l -> l.contains("/sign-in#") || l.contains("▀")), lines.toString());
            assertEquals(Optional.empty(), begin(demo));
        }
    }

    private EmbeddedServer server(boolean demo) {
        Map<String, Object> properties = new HashMap<>(
                Map.of("zhisheng.data", folder.toString(), "zhisheng.demo", demo, "micronaut.server.port", -1));
        if (demo) {
            properties.put("zhisheng.url", PHONES.toString());
        }
        EmbeddedServer server = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        server.getApplicationContext().getBean(Demo.class).set(PHONES);
        return server;
    }

    private static Optional<Thread> begin(EmbeddedServer server) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return server.getApplicationContext().getBean(Demo.class).begin(server.getURI(), nowhere);
    }

    private static List<String> lines(EmbeddedServer server) {
        return server.getApplicationContext().getBeansOfType(StartupNotice.class).stream()
                .filter(DemoNotice.class::isInstance)
                .flatMap(notice -> notice.lines(URI.create("http://localhost:8080")).stream())
                .toList();
    }

    private static Fielded demand(EmbeddedServer server) {
        return survey(server, 0);
    }

    private static Fielded evaluation(EmbeddedServer server) {
        return survey(server, 1);
    }

    private static Fielded survey(EmbeddedServer server, int number) {
        ApplicationContext context = server.getApplicationContext();
        Scene.Survey survey = context.getBean(Scenes.class).tree().surveys().get(number);
        return context.getBean(Stage.class).find(survey).orElseThrow();
    }

    private static int count(EmbeddedServer server, Fielded survey) {
        return server.getApplicationContext().getBean(Responses.class).count(survey.id());
    }

    private static PublishedResult result(EmbeddedServer server) {
        return server.getApplicationContext()
                .getBean(Results.class)
                .find(demand(server).id())
                .orElseThrow();
    }
}
