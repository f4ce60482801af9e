package org.zhisheng.server.response;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.BlindSigner;
import org.zhisheng.server.credential.Blinded;
import org.zhisheng.server.credential.Blinder;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.SigningKey;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.credential.VerificationKey;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.StratumKey;

/**
 * An issuer in memory that really signs: what the collector's pages expect of the one in {@code ticket}, which this package
 * never sees. It stands beneath {@code /s/}, where no sign-in is asked for.
 */
@Hidden
@Controller(CardDeck.PATH)
public final class CardDeck {
    static final String PATH = "/s/test-issuer";

    private static final List<String> STRATA = List.of("01", "02");

    /** Two slots of two strata; making keys is slow, so all decks share them. */
    private static final List<BlindSigner> SIGNERS = Stream.generate(
                    () -> new BlindSigner(SigningKey.generate(SigningKey.BITS, new SecureRandom())))
            .limit(4)
            .toList();

    private final Map<String, String> strata = new ConcurrentHashMap<>();
    private final Map<String, String> used = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** Slot 1 of a new deck. */
    Admission founder(Id survey, String base) {
        return new Admission(survey, 1, base + PATH, false, keys(1), commitments(), null);
    }

    /** Slot 2 of the deck that another survey founded. */
    Admission second(Manifest founder, String fingerprint, String base) {
        Id deck = founder.survey();
        return new Admission(
                deck, 2, base + PATH, false, keys(2), List.of(), new Admission.Founder(founder.code(), fingerprint));
    }

    /** Prints a card of a stratum. */
    CardSecret print(Id deck, String stratum) {
        CardSecret secret = CardSecret.random(random);
        for (int slot = 1; slot <= 2; slot++) {
            strata.put(secret.ticket(Admission.slotName(deck, slot)).hex(), stratum);
        }
        return secret;
    }

    /** How many tickets of the card were used. */
    long used(Id deck, CardSecret card) {
        return IntStream.rangeClosed(1, 2)
                .filter(slot -> used.containsKey(
                        card.ticket(Admission.slotName(deck, slot)).hex()))
                .count();
    }

    private static List<String> commitments() {
        List<String> commitments = new ArrayList<>();
        commitments.add(Admission.commitment(keys(1)));
        commitments.add(Admission.commitment(keys(2)));
        while (commitments.size() < Admission.SLOTS) {
            commitments.add("0".repeat(64));
        }
        return commitments;
    }

    private static List<StratumKey> keys(int slot) {
        return STRATA.stream()
                .map(stratum -> {
                    VerificationKey key = signer(slot, stratum).verificationKey();
                    return new StratumKey(
                            stratum, key.id().hex(), Base64.getEncoder().encodeToString(key.encoded()));
                })
                .toList();
    }

    private static BlindSigner signer(int slot, String stratum) {
        return SIGNERS.get(2 * (slot - 1) + STRATA.indexOf(stratum));
    }

    @Serdeable
    record Request(String survey, String ticket, String key, String blinded) {}

    /** One signature a ticket, and the same again for the same message; a key of another stratum uses nothing. */
    @Post("/issue")
    HttpResponse<?> issue(@Body Request request) {
        String stratum = strata.get(request.ticket());
        if (stratum == null) {
            return refused(403, "ticket-unknown");
        }
        BlindSigner signer = SIGNERS.stream()
                .filter(s -> s.verificationKey().id().hex().equals(request.key()))
                .findFirst()
                .orElseThrow();
        if (STRATA.indexOf(stratum) != SIGNERS.indexOf(signer) % 2) {
            return refused(422, "ticket-stratum");
        }
        String before = used.putIfAbsent(request.ticket(), request.blinded());
        if (before != null && !before.equals(request.blinded())) {
            return refused(409, "ticket-used");
        }
        byte[] signature = signer.blindSign(HexFormat.of().parseHex(request.blinded()));
        return HttpResponse.ok(Map.of("signature", HexFormat.of().formatHex(signature)));
    }

    /** The way without script: a page with one button. */
    @Post("/issue/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    String form(@Body Map<String, String> form) {
        String survey = Objects.requireNonNull(form.get("survey"));
        CardSecret secret = CardSecret.parsePrinted(Objects.requireNonNull(form.get("code")))
                .orElseThrow();
        Map.Entry<Integer, String> found = find(secret);
        BlindSigner signer = signer(found.getKey(), found.getValue());
        Blinder blinder = new Blinder(signer.verificationKey(), Variant.PSS_RANDOMIZED, random);
        Blinded blinded = blinder.blind(blinder.prepare(survey.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String signature = HexFormat.of().formatHex(blinder.finish(blinded, signer.blindSign(blinded.message())));
        return "<!doctype html><form method=post action='/s/" + survey + "/open'>"
                + hidden("key", signer.verificationKey().id().hex())
                + hidden("message", HexFormat.of().formatHex(blinded.prepared()))
                + hidden("signature", signature)
                + "<button>OK</button></form>";
    }

    private final Map<String, Id> decks = new ConcurrentHashMap<>();

    /** Remembers the deck of a card that is typed. */
    void expect(CardSecret card, Id deck) {
        decks.put(card.characters(), deck);
    }

    private Map.Entry<Integer, String> find(CardSecret secret) {
        Id deck = Objects.requireNonNull(decks.get(secret.characters()));
        return Map.entry(
                1,
                Objects.requireNonNull(
                        strata.get(secret.ticket(Admission.slotName(deck, 1)).hex())));
    }

    private static String hidden(String name, @Nullable String value) {
        return "<input type=hidden name=" + name + " value=" + value + ">";
    }

    private static HttpResponse<?> refused(int status, String type) {
        return HttpResponse.status(io.micronaut.http.HttpStatus.valueOf(status))
                .contentType("application/problem+json")
                .body(Map.of("type", "/problems/" + type, "title", type, "status", status, "detail", "-"));
    }
}
