package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.BlindSigner;
import org.zhisheng.server.credential.Blinded;
import org.zhisheng.server.credential.Blinder;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.KeyId;
import org.zhisheng.server.credential.RefusedException;
import org.zhisheng.server.credential.Ticket;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.StratumKey;
import org.zhisheng.server.survey.SurveyCode;

/**
 * Exchanges tickets for credentials. A blinded message is signed first and the ticket used afterwards, in one statement
 * that only one request can win: input that cannot be signed uses nothing, and no signature leaves before its ticket is
 * used. RSA signing of the same number gives the same signature, so that a phone that lost the answer gets it again.
 */
@Singleton
final class Issuance {
    private final AdmittedStore admitted;
    private final TicketStore tickets;
    private final Decks decks;
    private final IssuerKeys keys;
    private final Repeats repeats;
    private final SecureRandom random;
    private final Clock clock;

    Issuance(
            AdmittedStore admitted,
            TicketStore tickets,
            Decks decks,
            IssuerKeys keys,
            Repeats repeats,
            SecureRandom random,
            Clock clock) {
        this.admitted = admitted;
        this.tickets = tickets;
        this.decks = decks;
        this.keys = keys;
        this.repeats = repeats;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Signs a blinded message for an unused ticket, or again for the ticket that it was signed for.
     *
     * @param code short code of the survey
     * @param ticket the ticket, 64 hexadecimal digits
     * @param keyId the key for which the phone blinded; null where it does not say
     * @param blinded the blinded message in hexadecimal digits
     * @return the blind signature
     */
    byte[] issue(String code, String ticket, @Nullable String keyId, String blinded) {
        AdmittedStore.Row survey = open(code);
        TicketStore.Key key = key(survey, Ticket.parse(ticket).orElseThrow(() -> malformed("ticket")));
        TicketStore.Found found = find(key);
        StratumKey stratumKey = key(survey, found);
        // Digits of the stratum are mistyped easily, and a ticket used for the wrong key would be lost.
        if (keyId != null && !keyId.equals(stratumKey.keyId())) {
            throw ProblemException.of(Problem.TICKET_STRATUM);
        }
        byte[] message = hex(blinded);
        byte[] hash = Digest.sha256(message);
        if (found.use() != Use.UNUSED) {
            requireSame(found, hash);
            repeats.admit(key);
        }
        byte[] signature = sign(signer(survey, stratumKey), message);
        if (!tickets.use(key, Use.BY_PHONE, hash)) {
            requireSame(find(key), hash);
        }
        return signature;
    }

    /** A credential that the issuer made itself: the key's id, the message and the signature. */
    record Credential(String keyId, byte[] message, byte[] signature) {}

    /**
     * Makes a credential for somebody whose phone runs no script. The message follows from the ticket, so that asking again
     * gives the same message, which counts once.
     */
    Credential withoutScript(AdmittedStore.Row survey, CardSecret secret) {
        Ticket ticket = secret.ticket(Admission.slotName(survey.deck(), survey.slot()));
        TicketStore.Key key = key(survey, ticket);
        TicketStore.Found found = find(key);
        if (found.use() == Use.BY_PHONE) {
            throw ProblemException.of(Problem.TICKET_USED);
        }
        if (found.use() == Use.WITHOUT_SCRIPT) {
            repeats.admit(key);
        }
        StratumKey stratumKey = key(survey, found);
        BlindSigner signer = signer(survey, stratumKey);
        byte[] message = message(survey, ticket);
        Blinder blinder = new Blinder(signer.verificationKey(), Variant.PSS_RANDOMIZED, random);
        Blinded made = blinder.blind(message);
        byte[] signature = blinder.finish(made, signer.blindSign(made.message()));
        if (!tickets.use(key, Use.WITHOUT_SCRIPT, null) && find(key).use() != Use.WITHOUT_SCRIPT) {
            throw ProblemException.of(Problem.TICKET_USED);
        }
        return new Credential(stratumKey.keyId(), message, signature);
    }

    /** In place of a phone's random bytes: the code of the survey follows them, as in every message. */
    private byte[] message(AdmittedStore.Row survey, Ticket ticket) {
        byte[] secret = keys.withoutScript(survey.deck(), survey.slot());
        byte[] prefix = Digest.hmac(secret, ticket.hex().getBytes(StandardCharsets.US_ASCII));
        byte[] code = String.valueOf(survey.code()).getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(prefix, prefix.length + code.length);
        System.arraycopy(code, 0, message, prefix.length, code.length);
        return message;
    }

    /** The survey, while credentials are issued for it. */
    AdmittedStore.Row open(String code) {
        AdmittedStore.Row survey =
                admitted.findByCode(SurveyCode.meant(code)).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        Instant now = clock.instant();
        if (survey.state() != AdmittedState.OPEN || isPast(survey.closes(), now)) {
            throw ProblemException.of(Problem.SURVEY_CLOSED);
        }
        if (!isPast(survey.opens(), now)) {
            throw ProblemException.of(Problem.SURVEY_NOT_OPEN);
        }
        return survey;
    }

    private static boolean isPast(@Nullable Instant moment, Instant now) {
        return moment == null || !now.isBefore(moment);
    }

    private TicketStore.Key key(AdmittedStore.Row survey, Ticket ticket) {
        byte[] digest = Digest.hmac(keys.pepper(survey.deck()), ticket.hex().getBytes(StandardCharsets.US_ASCII));
        return new TicketStore.Key(survey.deck(), survey.slot(), digest);
    }

    private TicketStore.Found find(TicketStore.Key key) {
        return tickets.find(key).orElseThrow(() -> ProblemException.of(Problem.TICKET_UNKNOWN));
    }

    private StratumKey key(AdmittedStore.Row survey, TicketStore.Found ticket) {
        return decks.keys(survey.deck(), survey.slot()).stream()
                .filter(k -> k.stratum().equals(ticket.stratum()))
                .findFirst()
                .orElseThrow();
    }

    private BlindSigner signer(AdmittedStore.Row survey, StratumKey key) {
        Optional<KeyId> id = KeyId.parse(key.keyId());
        return id.flatMap(known -> keys.signer(survey.deck(), survey.slot(), known))
                .orElseThrow(() -> ProblemException.of(Problem.SURVEY_CLOSED));
    }

    private static byte[] sign(BlindSigner signer, byte[] blinded) {
        try {
            return signer.blindSign(blinded);
        } catch (RefusedException e) {
            throw switch (e.refusal()) {
                case WRONG_LENGTH, OUT_OF_RANGE -> malformed("blinded");
                default -> e;
            };
        }
    }

    /** The ticket was used: for the same message it is the same phone asking again. */
    private static void requireSame(TicketStore.Found ticket, byte[] hash) {
        switch (ticket.use()) {
            case BY_PHONE -> {
                if (!Arrays.equals(ticket.messageHash(), hash)) {
                    throw ProblemException.of(Problem.TICKET_USED);
                }
            }
            case WITHOUT_SCRIPT -> throw ProblemException.of(Problem.TICKET_USED_ON_PAPER);
            // Nobody used it, and yet it could not be used: the survey ended in between.
            case UNUSED -> throw ProblemException.of(Problem.SURVEY_CLOSED);
        }
    }

    private static byte[] hex(String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw malformed("blinded");
        }
    }

    private static ProblemException malformed(String field) {
        return ProblemException.invalid(Fault.of(field, "ticket.malformed." + field));
    }
}
