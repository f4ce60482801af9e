package org.zhisheng.server.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.response.Casting;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.response.TestIssuer;
import org.zhisheng.server.survey.Manifest;

/** Two collectors on one database and one key folder, over HTTP. */
@Tag("store")
final class TwoCollectorsTest {
    private static final String COUNTED = "{\"counted\":true,\"before\":false}";
    private static final String BEFORE = "{\"counted\":true,\"before\":true}";

    @TempDir
    Path folder;

    private final List<EmbeddedServer> collectors = new ArrayList<>();
    private Manifest survey;

    @BeforeEach
    void start() {
        for (int i = 0; i < 2; i++) {
            Map<String, Object> properties =
                    new HashMap<>(Map.of("zhisheng.data", folder.toString(), "zhisheng.test.issuer", "true"));
            collectors.add(ApplicationContext.run(EmbeddedServer.class, properties, Environment.TEST));
        }
        survey =
                bean(0, SampleSurveys.class).tickets("pre-demand", Duration.ZERO, bean(0, TestIssuer.class)::admission);
    }

    @AfterEach
    void stop() {
        collectors.forEach(EmbeddedServer::close);
    }

    @Test
    void oneCredentialIsOneResponseOverBoth() throws Exception {
        String body = body("01", 1);
        List<Callable<String>> phones = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int to = i % 2;
            phones.add(() -> cast(to, body).body());
        }
        List<String> receipts = all(phones);
        assertEquals(1, Collections.frequency(receipts, COUNTED));
        assertEquals(99, Collections.frequency(receipts, BEFORE));
        assertEquals(1, bean(1, Responses.class).count(survey.survey()));
    }

    /** The first casts of a survey race for making its key, too. */
    @Test
    void whatBothTakeMixAndCloseTogetherIsComplete() throws Exception {
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int to = i % 2;
            String body = body(i % 4 < 2 ? "01" : "02", i);
            work.add(() -> cast(to, body).body());
            if (i % 10 == 9) {
                work.add(() -> {
                    bean(to, Casting.class).mix(survey);
                    return "mixed";
                });
            }
        }
        List<String> receipts = all(work);
        assertEquals(60, Collections.frequency(receipts, COUNTED));
        assertEquals(Map.of("01", 30, "02", 30), bean(0, Responses.class).countByStratum(survey.survey()));

        List<Callable<Integer>> late = new ArrayList<>();
        for (int i = 60; i < 100; i++) {
            int to = i % 2;
            String body = body("01", i);
            late.add(() -> cast(to, body).statusCode());
        }
        late.add(10, () -> {
            bean(0, Results.class).close(survey.survey(), null);
            return 0;
        });
        List<Integer> statuses = all(late);
        int counted = 60 + Collections.frequency(statuses, 200);
        assertEquals(40, Collections.frequency(statuses, 200) + Collections.frequency(statuses, 410));
        assertEquals(410, cast(1, body("02", 100)).statusCode());

        List<Integer> read = new ArrayList<>();
        bean(1, Responses.class).forEach(survey.survey(), response -> read.add(1));
        assertEquals(counted, read.size());
        assertEquals(counted, new HashSet<>(bean(1, Casting.class).texts(survey)).size());
        assertEquals(counted, bean(1, Responses.class).tags(survey.survey()).size());
        assertEquals(List.of("final"), bean(1, Casting.class).phases(survey));
        assertTrue(bean(1, Results.class).find(survey.survey()).isPresent());
        assertFalse(read.isEmpty());
    }

    private String body(String stratum, int number) {
        Map<String, List<String>> answers =
                Map.of("PRE-S1", List.of("SATISFIED"), "PRE-F1", List.of("words " + number));
        return bean(0, Casting.class).body(survey, bean(0, TestIssuer.class), stratum, answers);
    }

    private HttpResponse<String> cast(int collector, String body) {
        return new Browser(collectors.get(collector).getURI())
                .with("Accept", "application/json")
                .send("POST", "/cast", "application/json", body);
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        List<T> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<T> one : threads.invokeAll(work)) {
                done.add(one.get());
            }
        }
        return done;
    }

    private <T> T bean(int collector, Class<T> type) {
        return collectors.get(collector).getApplicationContext().getBean(type);
    }
}
