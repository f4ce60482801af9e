package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.credential.Blinded;
import org.zhisheng.server.credential.Blinder;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.credential.VerificationKey;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.response.Killed;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Reconciliation;

/**
 * An issuer is killed as by {@code kill -9} between any two steps of issuing and ending; the next one goes on. No ticket is
 * burnt: a phone that asks again gets its credential, and no other phone does. On H2 in a file and on a real MySQL.
 */
@Tag("store")
@Timeout(600)
final class IssuerKillTest {
    private static final List<String> ISSUING = List.of("before-use", "after-use", "before-answer");
    private static final List<String> ENDING =
            List.of("after-delete-tickets", "before-destroy-signing", "after-destroy-signing");

    @TempDir
    Path folder;

    private record Case(String step, Fielded survey, CardSecret card, Blinder blinder, Blinded blinded) {
        static Case of(String step, Fielded survey, CardSecret card) {
            String key = survey.manifest().admission().keys().getFirst().publicKey();
            Blinder blinder = new Blinder(
                    VerificationKey.of(Base64.getDecoder().decode(key)), Variant.PSS_RANDOMIZED, new SecureRandom());
            byte[] code = survey.manifest().code().getBytes(StandardCharsets.UTF_8);
            return new Case(step, survey, card, blinder, blinder.blind(blinder.prepare(code)));
        }

        /** Another phone with the same card. */
        Case another() {
            return of(step, survey, card);
        }

        String ticket() {
            return card.ticket(survey.manifest().admission().slotName()).hex();
        }

        String message() {
            return HexFormat.of().formatHex(blinded.message());
        }

        /** Asks, and unblinds the answer, which fails unless the key of the manifest signed it. */
        byte[] credential(Issuance issuance) {
            return blinder.finish(blinded, issuance.issue(survey.manifest().code(), ticket(), null, message()));
        }
    }

    @Test
    void noTicketIsBurntAndNoneIsUsedTwice() throws Exception {
        List<Case> cases = new ArrayList<>();
        try (ApplicationContext first = Killed.start(Killed.database(folder))) {
            TicketSurveys samples = first.getBean(TicketSurveys.class);
            for (String step : Stream.concat(ISSUING.stream(), ENDING.stream()).toList()) {
                Fielded survey = samples.launch(samples.round(), Mode.TICKET, 40);
                cases.add(Case.of(step, survey, samples.cards(survey, 0, 3).getFirst()));
            }
        }
        for (Case one : cases) {
            List<String> arguments = List.of(one.survey().id().toString(), one.ticket(), one.message());
            List<String> said = Killed.run(folder, DoomedIssuer.class, one.step(), 0, arguments);
            assertFalse(said.contains("closed"), one.step());
        }
        try (ApplicationContext next = Killed.start(Killed.database(folder))) {
            for (Case one : cases) {
                check(next, one);
            }
        }
    }

    private void check(ApplicationContext next, Case one) throws Exception {
        Issuance issuance = next.getBean(Issuance.class);
        if (one.step().endsWith("destroy-signing")) {
            refused(Problem.SURVEY_CLOSED, issuance, one);
        } else {
            assertTrue(one.credential(issuance).length > 0, one.step());
            refused(Problem.TICKET_USED, issuance, one.another());
        }
        Issuer issuer = next.getBean(Issuer.class);
        Reconciliation counted = issuer.close(one.survey().id());
        assertEquals(3, counted.strata().getFirst().printed(), one.step());
        assertEquals(1, counted.strata().getFirst().issued(), one.step());
        assertEquals(counted, issuer.close(one.survey().id()), one.step());
        assertEquals(0, next.getBean(TicketStore.class).count(one.survey().id(), 1) - left(next, one), one.step());
        assertFalse(hasKeys(one.survey()), one.step());
    }

    /** Tickets of the other slots: the card serves the later surveys of its round, too. */
    private static int left(ApplicationContext next, Case one) {
        int slots = one.survey().manifest().admission().commitments().size();
        return 3 * (slots - 1);
    }

    private static void refused(Problem problem, Issuance issuance, Case one) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> one.credential(issuance), one.step());
        assertEquals(problem, refusal.problem(), one.step());
    }

    private boolean hasKeys(Fielded survey) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("keys/issuer/" + survey.id() + "/slot-1"))) {
            return files.findAny().isPresent();
        }
    }
}
