package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;

@Tag("store")
@MicronautTest(transactional = false)
final class SurveysTest {
    private final Random random = new Random();
    private final Instant now = Instant.now();
    private Round round;

    @Inject
    Organizations organizations;

    @Inject
    Rounds rounds;

    @Inject
    Drafts drafts;

    @Inject
    Freezer freezer;

    @Inject
    Surveys surveys;

    @Inject
    TransactionOperations<Connection> transactions;

    @BeforeEach
    void addRound() {
        Organization plant = organizations.add(
                new Organization(Id.random(random), null, OrganizationKind.ENTERPRISE, "沂水食品厂工会", null, 0));
        Terms terms = new Terms(List.of("T01"), List.of(), List.of("工资上调 6 %"), "涨 5 %");
        round = rounds.add(new Round(
                Id.random(random),
                plant.id(),
                "2026 年工资协商",
                2026,
                Level.ENTERPRISE,
                Subject.WAGE,
                Contract.NONE,
                terms));
    }

    @Test
    void aRoundIsReadAsItWasWritten() {
        assertEquals(round, rounds.get(round.id()));
        assertEquals(List.of(round), rounds.of(List.of(round.organization())));
    }

    @Test
    void aDraftIsKeptAsTyped() {
        SurveyDraft typed = new SurveyDraft(
                "mid-pulse",
                "full",
                true,
                List.of("AGE"),
                "车间\t人数\n一车间\t四十x\n\t\n",
                true,
                "2026-13-45T99",
                "",
                PosterKind.ONE_FOR_ALL,
                Mode.POSTER);
        Id id = drafts.start(round.id(), SurveySamples.draft());

        drafts.save(id, typed);

        assertEquals(typed, drafts.get(id));
        assertTrue(surveys.find(id).isEmpty());
        assertEquals(Problem.WRONG_STATE, problem(() -> surveys.get(id)));
    }

    @Test
    void aLaunchFreezesTheManifestAndSignsItsBytes() throws Exception {
        Manifest manifest = launch();
        Fielded fielded = surveys.byCode(manifest.code().toUpperCase(java.util.Locale.ROOT));

        assertEquals(manifest, fielded.manifest());
        assertEquals(manifest.closes(), fielded.closes());
        assertTrue(fielded.isOpen(now));
        byte[] bytes = surveys.manifestBytes(manifest.survey());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), fielded.fingerprint());
        assertTrue(verified(fielded, bytes));
        bytes[10]++;
        assertFalse(verified(fielded, bytes));
        assertEquals(Problem.WRONG_STATE, problem(() -> freezer.freeze(manifest, "王")));
        assertEquals(Problem.WRONG_STATE, problem(() -> drafts.save(manifest.survey(), SurveySamples.draft())));
    }

    @Test
    void theSigningKeyIsReadableByTheServersUserAlone() throws Exception {
        launch();
        Path key = Path.of("target/test-data/keys/manifest-signing.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())));
    }

    @Test
    void answersPassOnlyBetweenOpeningAndClosing() {
        Manifest open = launch();
        locked(open.survey());
        Manifest past = launch(now.minus(3, ChronoUnit.DAYS));
        assertEquals(Problem.SURVEY_CLOSED, problem(() -> locked(past.survey())));
        Manifest future = launch(now.plus(3, ChronoUnit.DAYS));
        assertEquals(Problem.SURVEY_NOT_OPEN, problem(() -> locked(future.survey())));
        surveys.close(open.survey(), "王主席");
        assertEquals(Problem.SURVEY_CLOSED, problem(() -> locked(open.survey())));
        assertTrue(surveys.due().contains(past.survey()));
        assertFalse(surveys.due().contains(open.survey()));
    }

    @Test
    void lockingOutsideATransactionIsRefused() {
        Manifest manifest = launch();
        assertThrows(RuntimeException.class, () -> surveys.lockOpen(manifest.survey()));
    }

    @Test
    void extensionsAndAmendmentsAreKeptInOrderAndSigned() {
        Id id = launch().survey();
        Instant later = surveys.get(id).closes().plus(2, ChronoUnit.DAYS);

        surveys.extend(id, later, "夜班还没有扫码", "王主席");
        surveys.amend(id, "02", 70, "漏了劳务派遣工", "王主席");
        surveys.amend(id, "02", 71, "又漏一人", "李干事");

        Fielded fielded = surveys.get(id);
        assertEquals(later, fielded.closes());
        assertEquals("夜班还没有扫码", fielded.extensions().getFirst().reason());
        assertEquals(
                List.of(60, 70),
                fielded.amendments().stream().map(Amendment::from).toList());
        assertEquals(111, fielded.frame().headcount());
        assertEquals(100, fielded.manifest().frame().headcount());
        assertEquals(Problem.INVALID_INPUT, problem(() -> surveys.extend(id, later, "x", "王")));
        assertEquals(Problem.INVALID_INPUT, problem(() -> surveys.amend(id, "03", 5, "x", "王")));
        assertEquals(Problem.INVALID_INPUT, problem(() -> surveys.amend(id, "01", 0, "x", "王")));
    }

    @Test
    void whatIsOverStaysOver() {
        Id closed = launch().survey();
        assertNull(surveys.get(closed).endedAt());
        assertEquals(SurveyState.CLOSED, surveys.close(closed, null).state());
        assertEquals(Problem.WRONG_STATE, problem(() -> surveys.amend(closed, "01", 41, "x", "王")));
        assertEquals(Problem.WRONG_STATE, problem(() -> surveys.cancel(closed, "王")));

        Id draft = drafts.start(round.id(), SurveySamples.draft());
        surveys.cancel(draft, "王");
        assertEquals(Problem.WRONG_STATE, problem(() -> drafts.save(draft, SurveySamples.draft())));
        assertEquals(Problem.NOT_FOUND, problem(() -> surveys.get(Id.random(random))));
        assertEquals(Problem.NOT_FOUND, problem(() -> surveys.byCode("zzzzzzz")));
    }

    private Manifest launch() {
        return launch(now);
    }

    private Manifest launch(Instant around) {
        Id id = drafts.start(round.id(), SurveySamples.draft());
        Manifest manifest = SurveySamples.manifest(id, freezer.freeCode(), round, around);
        freezer.freeze(manifest, "王主席");
        return manifest;
    }

    private void locked(Id id) {
        transactions.executeWrite(status -> {
            surveys.lockOpen(id);
            return id;
        });
    }

    private static boolean verified(Fielded fielded, byte[] bytes) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        byte[] signer = Base64.getDecoder().decode(fielded.signer());
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(signer)));
        signature.update(bytes);
        return signature.verify(Base64.getDecoder().decode(fielded.signature()));
    }

    private static Problem problem(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem();
    }
}
