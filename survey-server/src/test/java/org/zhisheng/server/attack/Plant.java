package org.zhisheng.server.attack;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.zhisheng.server.credential.Blinded;
import org.zhisheng.server.credential.Blinder;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.credential.VerificationKey;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.questionnaire.Fill;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.response.CastBody;
import org.zhisheng.server.response.StoredIds;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;
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
            "spent_tag", "staged_response", "response", "response_text", "ticket", "card_batch", "admitted_survey");
    private static final int[] HEADCOUNTS = {66, 44, 30, 26, 20, 14};
    static final int WORKERS = 200;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(200);

    Plant(Path data, Map<String, Object> database) {
        Map<String, Object> properties = new HashMap<>(database);
        properties.put("zhisheng.data", data.toString());
        properties.put("zhisheng.demo", "true");
        properties.put("zhisheng.url", "http://localhost");
        properties.put("micronaut.server.port", -1);
        context = ApplicationContext.builder("test")
                .deduceEnvironment(false)
                .properties(properties)
                .start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    /** A worker of one survey: what he was handed, and what he answered. */
    record Worker(int number, String stratum, CardSecret secret, Map<String, List<String>> answers, List<Tag> tag) {}

    /** A survey under way. */
    record Fielded(Manifest manifest, List<Worker> workers) {}

    Fielded launch() {
        Manifest manifest = freeze();
        List<Worker> workers = new ArrayList<>();
        List<Item> coding = coding(manifest);
        for (Stratum stratum : manifest.frame().strata()) {
            List<CardSecret> cards = bean(TestCards.class)
                    .make(manifest.survey(), stratum.code(), stratum.headcount());
            for (CardSecret card : cards) {
                workers.add(new Worker(
                        workers.size(), stratum.code(), card, answers(coding, workers.size()), new ArrayList<>()));
            }
        }
        Collections.shuffle(workers, random);
        return new Fielded(manifest, workers);
    }

    private Manifest freeze() {
        Questionnaire asked = bean(Questionnaires.class).latest("pre-demand");
        Round round = round();
        Id survey = bean(Drafts.class).start(round.id(), SurveyDraft.EMPTY);
        List<Stratum> strata = new ArrayList<>();
        for (int h = 0; h < HEADCOUNTS.length; h++) {
            strata.add(new Stratum("0" + (h + 1), List.of("车间" + (h + 1)), HEADCOUNTS[h]));
        }
        Frame frame = new Frame(List.of("车间"), strata);
        Fill fill = new Fill(
                List.of(), List.of(), List.of(), Text.same(""), false, asked.defaultDemographics(WORKERS, List.of("车间")));
        Instant opens = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
        Issuer issuer = bean(Issuer.class);
        Freezer freezer = bean(Freezer.class);
        Manifest manifest = new Manifest(
                1,
                survey,
                freezer.freeCode(),
                round.organization(),
                "沂水县第二食品厂工会委员会",
                round.id(),
                round.name(),
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
                issuer.prepare(survey, round.id(), frame));
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
            if (combinations < WORKERS && item.kind() == ItemKind.SINGLE && item.askWhen().isEmpty() && !item.restricted()) {
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
        var admission = Objects.requireNonNull(manifest.admission());
        var stratumKey = admission.keys().stream()
                .filter(k -> k.stratum().equals(worker.stratum()))
                .findFirst()
                .orElseThrow();
        VerificationKey key = VerificationKey.of(Base64.getDecoder().decode(stratumKey.publicKey()));
        Blinder blinder = new Blinder(key, Variant.PSS_RANDOMIZED, new SecureRandom());
        Blinded blinded = blinder.blind(blinder.prepare(manifest.code().getBytes(StandardCharsets.UTF_8)));
        String issued = post(
                "/issue",
                """
                {"survey": "%s", "ticket": "%s", "blinded": "%s"}"""
                        .formatted(
                                manifest.code(),
                                worker.secret().ticket(admission.slotName()).hex(),
                                HexFormat.of().formatHex(blinded.message())));
        String blind = issued.replaceAll(".*\"signature\":\"([0-9a-f]+)\".*", "$1");
        byte[] signature = blinder.finish(blinded, HexFormat.of().parseHex(blind));
        String message = HexFormat.of().formatHex(blinded.prepared());
        worker.tag().add(Tag.of(blinded.prepared()));
        post(
                "/cast",
                bean(CastBody.class)
                        .of(
                                manifest,
                                stratumKey.keyId(),
                                message,
                                HexFormat.of().formatHex(signature),
                                worker.answers()));
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

    void mix(Fielded survey) {
        bean(StoredIds.class).mix(survey.manifest());
    }

    void close(Fielded survey) {
        bean(Results.class).close(survey.manifest().survey(), "王秀兰");
    }

    /** The readable responses: the number of the worker, which the test knows by the answers, and the row's key. */
    Map<Integer, Key> readable(Fielded survey, boolean closed) {
        Map<Map<String, List<String>>, Integer> whose = new HashMap<>();
        survey.workers().forEach(w -> whose.put(w.answers(), w.number()));
        Map<Integer, Key> readable = new HashMap<>();
        for (StoredIds.Found found : bean(StoredIds.class).read(survey.manifest(), closed)) {
            Integer worker = whose.get(found.answers().answers());
            readable.put(Objects.requireNonNull(worker), new Key(found.id().bytes()));
        }
        return readable;
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
