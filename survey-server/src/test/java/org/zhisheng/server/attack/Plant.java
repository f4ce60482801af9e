package org.zhisheng.server.attack;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.response.CastBody;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.ticket.TestCards;

/**
 * A plant of 200 workers in six unequal strata who answer one survey after another over real HTTP, each with a card. Every
 * worker answers in a way of his own, so that the test can tell whose response a row is; the attacker is not told.
 */
final class Plant implements AutoCloseable {
    static final List<String> TABLES = List.of(
            "spent_tag",
            "staged_response",
            "response",
            "response_text",
            "ticket",
            "card_batch",
            "admitted_survey",
            "publication");
    static final int WORKERS = 200;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(200);
    private final Map<String, List<CardSecret>> cards = new HashMap<>();
    private final Campaign campaign;

    Plant(Path data, Engine engine) {
        Map<String, Object> properties = new HashMap<>(engine.properties());
        properties.put("zhisheng.data", data.toString());
        properties.put("zhisheng.url", "http://localhost");
        properties.put("micronaut.server.port", -1);
        // The job that mixes by the clock would blur what the test knows of the batches.
        properties.put("zhisheng.jobs", "false");
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .start();
        server = context.getBean(EmbeddedServer.class).start();
        campaign = new Campaign(context, random);
    }

    /** A worker of one survey: what he was handed, and what he answered. */
    record Worker(int number, String stratum, CardSecret secret, Map<String, List<String>> answers, List<Tag> tag) {}

    /** A survey under way. */
    record Fielded(Manifest manifest, List<Worker> workers) {}

    /** Opens a survey; six share a round and its cards, as many as one card serves. */
    Fielded launch() {
        if (campaign.needsRound()) {
            campaign.startRound();
            cards.clear();
        }
        Manifest manifest = campaign.open();
        List<Worker> workers = new ArrayList<>();
        List<Item> coding = coding(manifest);
        Id deck = Objects.requireNonNull(manifest.admission()).deck();
        for (Stratum stratum : manifest.frame().strata()) {
            for (CardSecret card : cards.computeIfAbsent(
                    stratum.code(), code -> bean(TestCards.class).make(deck, code, stratum.headcount()))) {
                workers.add(new Worker(
                        workers.size(), stratum.code(), card, answers(coding, workers.size()), new ArrayList<>()));
            }
        }
        Collections.shuffle(workers, random);
        return new Fielded(manifest, workers);
    }

    /** Single choices that everybody is asked: read as digits they tell 200 workers apart. */
    private static List<Item> coding(Manifest manifest) {
        List<Item> coding = new ArrayList<>();
        int combinations = 1;
        for (Item item : manifest.items()) {
            if (combinations < WORKERS
                    && item.kind() == ItemKind.SINGLE
                    && item.askWhen().isEmpty()
                    && !item.restricted()) {
                coding.add(item);
                combinations *= item.options().size();
            }
        }
        if (combinations < WORKERS) {
            throw new IllegalStateException("too few items to tell the workers apart");
        }
        return coding;
    }

    private static Map<String, List<String>> answers(List<Item> coding, int number) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        int left = number;
        for (Item item : coding) {
            List<Option> options = item.options();
            answers.put(item.code(), List.of(options.get(left % options.size()).code()));
            left /= options.size();
        }
        return answers;
    }

    /** The worker exchanges the card's ticket and casts, over HTTP, as the phone does. */
    void answer(Manifest manifest, Worker worker) {
        caster().answer(manifest, worker, withWords(manifest, worker), this::post);
    }

    Caster caster() {
        return new Caster(bean(CastBody.class));
    }

    private static Map<String, List<String>> withWords(Manifest manifest, Worker worker) {
        Map<String, List<String>> whole = new LinkedHashMap<>(worker.answers());
        Item asked = manifest.items().stream()
                .filter(item -> item.kind() == ItemKind.TEXT)
                .findFirst()
                .orElseThrow();
        whole.put(asked.code(), List.of(words(worker)));
        return whole;
    }

    private String post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURL() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void close(Fielded survey) {
        bean(Results.class).close(survey.manifest().survey(), "王秀兰");
    }

    /** The number of the worker whose answers these are. */
    int whose(Fielded survey, AnswerSheet sheet) {
        return survey.workers().stream()
                .filter(w -> w.answers().equals(sheet.answers()))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static String words(Worker worker) {
        return "第 " + worker.number() + " 号的意见";
    }

    /** The number of the worker who wrote this. */
    int writer(String words) {
        return Integer.parseInt(words.replaceAll("\\D", ""));
    }

    /** What the issuer stores of the worker's ticket. */
    Key ticket(Fielded survey, Worker worker) {
        var admission = Objects.requireNonNull(survey.manifest().admission());
        return new Key(bean(TestCards.class).stored(admission.deck(), admission.slot(), worker.secret()));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        server.close();
        context.close();
    }
}
