package org.zhisheng.server.ticket;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.zhisheng.server.credential.Blinded;
import org.zhisheng.server.credential.Blinder;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.credential.VerificationKey;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.StratumKey;

/** A worker's phone between the card and the questions, in Java: it blinds, asks the issuer, and unblinds. */
public final class CardPhone {
    private final Browser browser;
    private final Fielded survey;
    private final CardSecret card;
    private final Blinder blinder;
    private final Blinded blinded;

    /** @param stratum position of the card's stratum in the frame */
    public CardPhone(URI issuer, Fielded survey, int stratum, CardSecret card) {
        StratumKey key = survey.manifest().admission().keys().get(stratum);
        this.browser = new Browser(issuer).with("Accept", "application/json");
        this.survey = survey;
        this.card = card;
        this.blinder = new Blinder(
                VerificationKey.of(Base64.getDecoder().decode(key.publicKey())),
                Variant.PSS_RANDOMIZED,
                new SecureRandom());
        this.blinded = blinder.blind(blinder.prepare(survey.manifest().code().getBytes(StandardCharsets.UTF_8)));
    }

    private CardPhone(Browser browser, CardPhone same) {
        this.browser = browser;
        this.survey = same.survey;
        this.card = same.card;
        this.blinder = same.blinder;
        this.blinded = same.blinded;
    }

    /** The same phone with the same blinded message, asking another server. */
    CardPhone at(URI issuer) {
        return new CardPhone(new Browser(issuer).with("Accept", "application/json"), this);
    }

    /** Asks for the credential. */
    public HttpResponse<String> start() {
        return ask(card.ticket(survey.manifest().admission().slotName()).hex(), blindedHex());
    }

    /** Asks with any ticket and message. */
    HttpResponse<String> ask(String ticket, String message) {
        String body = "{\"survey\":\"%s\",\"ticket\":\"%s\",\"blinded\":\"%s\"}"
                .formatted(survey.manifest().code(), ticket, message);
        return browser.send("POST", "/issue", "application/json", body);
    }

    String blindedHex() {
        return HexFormat.of().formatHex(blinded.message());
    }

    /** The prepared message, which the collector sees. */
    public byte[] message() {
        return blinded.prepared();
    }

    /** The credential of an answer; refused where it is not this key's signature. */
    public byte[] signature(HttpResponse<String> answer) {
        String hex = answer.body().replaceAll(".*\"signature\"\\s*:\\s*\"([0-9a-f]+)\".*", "$1");
        return blinder.finish(blinded, HexFormat.of().parseHex(hex));
    }
}
