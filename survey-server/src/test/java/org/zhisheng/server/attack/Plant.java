package org.zhisheng.server.attack;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Fill;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.response.CastBody;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Drafts;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Freezer;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.ReleaseRules;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.SurveyDraft;
import org.zhisheng.server.survey.Surveys;
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
    private static final int[] HEADCOUNTS = {66, 44, 30, 26, 20, 14};
    static final int WORKERS = 200;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(200);
    private final Map<String, List<CardSecret>> cards = new HashMap<>();
    private @Nullable Round round;
    private int launched;

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
    }

    /** A worker of one survey: what he was handed, and what he answered. */
    record Worker(int number, String stratum, CardSecret secret, Map<String, List<String>> answers, List<Tag> tag) {}

    /** A survey under way. */
    record Fielded(Manifest manifest, List<Worker> workers) {}

    /** Opens a survey; six share a round and its cards, as many as one card serves. */
    Fielded launch() {
        Round current = round;
        if (current == null || launched % Admission.SLOTS == 0) {
            current = round();
            round = current;
            cards.clear();
        }
        launched++;
        Manifest manifest = freeze(current);
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

    private Manifest freeze(Round current) {
        Questionnaire asked = bean(Questionnaires.class).latest("pre-demand");
        Id survey = bean(Drafts.class).start(current.id(), SurveyDraft.EMPTY);
        List<Stratum> strata = new ArrayList<>();
        for (int h = 0; h < HEADCOUNTS.length; h++) {
            strata.add(new Stratum("0" + (h + 1), List.of("车间" + (h + 1)), HEADCOUNTS[h]));
        }
        Frame frame = new Frame(List.of("车间"), strata);
        Fill fill = new Fill(
                List.of(),
                List.of(),
                List.of(),
                Text.same(""),
                false,
                asked.defaultDemographics(WORKERS, List.of("车间")));
        Instant opens = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
        Issuer issuer = bean(Issuer.class);
        Freezer freezer = bean(Freezer.class);
        Manifest manifest = new Manifest(
                1,
                survey,
                freezer.freeCode(),
                current.organization(),
                "沂水县第二食品厂工会委员会",
                current.id(),
                current.name(),
                asked.title(),
                asked.id(),
                asked.version(),
                Length.CORE.code(),
                asked.hash(),
                asked.items(Length.CORE, fill),
                frame,
                Mode.TICKET,
                PosterKind.ONE_A_STRATUM,
                opens,
                opens.plus(Duration.ofDays(1)),
                "http://localhost",
                List.of(),
                ReleaseRules.DEFAULT,
                null,
                issuer.prepare(survey, current.id(), frame));
        freezer.freeze(manifest, "王秀兰");
        Surveys surveys = bean(Surveys.class);
        issuer.open(surveys.get(survey), surveys.manifestBytes(survey));
        return manifest;
    }

    private Round round() {
        Id plant = Id.random(random);
        bean(Organizations.class)
                .add(new Organization(plant, null, OrganizationKind.ENTERPRISE, "沂水县第二食品厂工会委员会", null, 0));
        return bean(Rounds.class)
                .add(new Round(
                        Id.random(random),
                        plant,
                        "2026 年工资集体协商",
                        2026,
                        Level.ENTERPRISE,
                        Subject.WAGE,
                        Contract.NONE,
                        new Terms(List.of(), List.of(), List.of(), "")));
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
