package org.zhisheng.server.retention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.bulletin.Asked;
import org.zhisheng.server.bulletin.Audit;
import org.zhisheng.server.bulletin.FieldedSurveys;
import org.zhisheng.server.bulletin.Finding;
import org.zhisheng.server.bulletin.Publications;
import org.zhisheng.server.bulletin.Verdict;
import org.zhisheng.server.comment.Comments;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.response.Insider;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Surveys;

/** What is due is forgotten and nothing before, wherever a run before it broke off, and the certificate says so. */
@Tag("store")
@MicronautTest(transactional = false)
final class RetentionTest {
    @Inject
    FieldedSurveys fielded;

    @Inject
    Insider insider;

    @Inject
    Results results;

    @Inject
    Responses responses;

    @Inject
    Comments comments;

    @Inject
    ForgettingStore store;

    @Inject
    Archive archive;

    @Inject
    Certificates certificates;

    @Inject
    Publications publications;

    @Inject
    Surveys surveys;

    @Inject
    Transactions transactions;

    @Inject
    Audit audit;

    @Inject
    EmbeddedServer server;

    /** The job's work as if so much time had passed since the close. */
    private Retention after(Duration passed) {
        Clock moved = Clock.fixed(Instant.now().plus(passed), ZoneOffset.UTC);
        return new Retention(store, responses, comments, archive, certificates, surveys, transactions, moved);
    }

    private Manifest closed() {
        Manifest survey = fielded.open(Mode.POSTER);
        fielded.answer(survey, "01", 14);
        fielded.answer(survey, "02", 12);
        results.close(survey.survey(), null);
        return survey;
    }

    @Test
    void nothingIsForgottenBeforeItIsDueButTheKeysOfTheCloseAreCertified() {
        Manifest survey = closed();
        Retention early = after(Duration.ofDays(28));
        early.forget(survey.survey());
        early.forget(survey.survey());

        assertEquals(26, responses.count(survey.survey()));
        assertEquals(List.of("final"), insider.keysLeft(survey));
        Certificates.Issued issued = certificates.find(survey.survey()).orElseThrow();
        assertFalse(issued.certificate().complete());
        assertEquals(Set.of("collecting-keys"), done(issued.certificate()));
        assertTrue(issued.seal().isOf(issued.bytes()) && issued.seal().isSigned(issued.bytes()));
        assertTrue(early.pending().contains(survey.survey()));
    }

    @Test
    void whatIsDueIsForgottenAndWhatIsPublicStays() {
        Manifest survey = closed();
        byte[] before = publications.find(survey.survey()).orElseThrow().bytes();
        Retention due = after(Duration.ofDays(29).plusMinutes(5));
        due.forget(survey.survey());

        assertEquals(0, insider.rowsLeft(survey));
        assertEquals(List.of(), insider.keysLeft(survey));
        assertFalse(due.pending().contains(survey.survey()));
        Certificate certificate =
                certificates.find(survey.survey()).orElseThrow().certificate();
        assertTrue(certificate.complete());
        assertEquals(Set.of("collecting-keys", "tally", "responses"), done(certificate));
        assertEquals(certificate.closedAt().plus(Duration.ofDays(30)), certificate.forgottenBy());
        certificate.steps().forEach(step -> assertTrue(!step.at().isAfter(certificate.forgottenBy())));
        assertEquals(
                new String(before, StandardCharsets.UTF_8),
                new String(publications.find(survey.survey()).orElseThrow().bytes(), StandardCharsets.UTF_8));
        assertTrue(results.find(survey.survey()).isPresent());
        assertEquals(26, responses.tags(survey.survey()).size());
    }

    /** As anybody sees it, before and after. */
    @Test
    void theCertificatesPageSaysWhatIsGoneAndTheDocumentIsSigned() {
        Manifest survey = closed();
        Browser reader = new Browser(server.getURI()).with("Accept-Language", "zh-CN");
        String home = "/s/" + survey.code();
        after(Duration.ofDays(28)).forget(survey.survey());
        String early = reader.get(home + "/certificate").body();
        assertTrue(early.contains("还没有全部销毁") && early.contains("class=\"open\""), early);

        after(Duration.ofDays(30)).forget(survey.survey());
        String page = reader.get(home + "/certificate").body();
        assertTrue(page.contains("该销毁的都已销毁") && !page.contains("class=\"open\""), page);
        HttpResponse<String> document =
                reader.with("Accept", "application/json").get(home + "/certificate.json");
        Certificates.Issued issued = certificates.find(survey.survey()).orElseThrow();
        assertArrayEquals(issued.bytes(), document.body().getBytes(StandardCharsets.UTF_8));
        assertEquals(
                issued.seal().signature(),
                document.headers().firstValue(Seal.SIGNATURE_HEADER).orElseThrow());
        assertTrue(page.contains(issued.seal().fingerprint()), page);
    }

    @Test
    void decisionsOnCommentsThatWereNeverReleasedGoWithTheirTexts() {
        Manifest survey = closed();
        Manifest other = closed();
        insider.decideOnText(survey);
        insider.decideOnText(other);
        int before = insider.rowsLeft(other);
        after(Duration.ofDays(28)).forget(survey.survey());
        assertEquals(before, insider.rowsLeft(survey), "what is not due stays");
        after(Duration.ofDays(30)).forget(survey.survey());
        assertEquals(0, insider.rowsLeft(survey));
        assertEquals(before, insider.rowsLeft(other), "other surveys keep theirs");
    }

    @Test
    void theDeclaredCountsRemainSealedAndHoldWhatWasAnswered() {
        Manifest survey = closed();
        after(Duration.ofDays(30)).forget(survey.survey());

        DeclaredCounts counts = archive.open(survey.survey()).orElseThrow();
        assertEquals(26, counts.responses());
        assertEquals(Set.of("", "车间"), counts.tables().keySet());
        assertEquals(Set.of("一车间", "二车间"), counts.tables().get("车间").keySet());
        String item = FieldedSurveys.choice(survey).getFirst();
        Map<String, Integer> first = counts.tables().get("车间").get("一车间").get(item);
        Map<String, Integer> all = counts.tables().get("").get("").get(item);
        assertEquals(14, first.values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(26, all.values().stream().mapToInt(Integer::intValue).sum());
        Set<String> restricted = survey.items().stream()
                .filter(i -> i.restricted())
                .map(i -> i.code())
                .collect(Collectors.toSet());
        counts.tables()
                .values()
                .forEach(groups -> groups.values()
                        .forEach(items -> assertTrue(items.keySet().stream().noneMatch(restricted::contains))));
    }

    @Test
    void aRunThatBrokeOffAfterAnyStepIsFinishedByTheNext() {
        Instant due = Instant.now().plus(Duration.ofDays(29)).plusSeconds(300);
        for (int steps = 0; steps <= 3; steps++) {
            Manifest survey = closed();
            breakOff(survey.survey(), survey, steps, due);
            after(Duration.ofDays(29).plusMinutes(10)).forget(survey.survey());
            after(Duration.ofDays(29).plusMinutes(20)).forget(survey.survey());

            assertEquals(0, insider.rowsLeft(survey), "after " + steps + " steps");
            assertEquals(List.of(), insider.keysLeft(survey), "after " + steps + " steps");
            assertEquals(26, archive.open(survey.survey()).orElseThrow().responses(), "after " + steps + " steps");
            assertTrue(
                    certificates
                            .find(survey.survey())
                            .orElseThrow()
                            .certificate()
                            .complete(),
                    "after " + steps + " steps");
        }
    }

    /** What a crash leaves after so many steps: keys, sealed counts, rows without their key, all but the note. */
    private void breakOff(Id id, Manifest survey, int steps, Instant at) {
        if (steps >= 1) {
            DeclaredCounts.Counter counter = new DeclaredCounts.Counter(survey);
            responses.forEach(id, r -> counter.add(r.stratum(), r.answers()));
            transactions.run(() -> {
                archive.seal(id, counter.counts());
                store.tally(id, at);
            });
        }
        if (steps == 2) {
            insider.deleteRowsOnly(survey);
        }
        if (steps == 3) {
            responses.destroy(id);
        }
    }

    @Test
    void theFirstMomentOfAStepStandsHoweverOftenItIsRepeated() {
        Manifest survey = closed();
        after(Duration.ofDays(30)).forget(survey.survey());
        byte[] first = certificates.find(survey.survey()).orElseThrow().bytes();
        after(Duration.ofDays(40)).forget(survey.survey());
        assertEquals(
                new String(first, StandardCharsets.UTF_8),
                new String(certificates.find(survey.survey()).orElseThrow().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void anAuditBeforeItsTimeTakesForgottenResponsesForDropped() {
        Manifest survey = closed();
        after(Duration.ofDays(30)).forget(survey.survey());
        Set<String> failed = audit.of(survey.code(), Asked.NOTHING).stream()
                .filter(f -> f.verdict() == Verdict.FAILED)
                .map(Finding::check)
                .collect(Collectors.toCollection(TreeSet::new));
        // By the clock of the audit the responses should still be there.
        assertTrue(failed.contains("audit-root"), failed.toString());
    }

    @Test
    void responsesThatAreGoneCannotBeRead() {
        Manifest survey = closed();
        after(Duration.ofDays(30)).forget(survey.survey());
        assertEquals(0, responses.count(survey.survey()));
        assertNull(certificates.find(Id.parse("0".repeat(32)).orElseThrow()).orElse(null));
        assertThrows(
                java.util.NoSuchElementException.class,
                () -> after(Duration.ZERO).forget(Id.parse("0".repeat(32)).orElseThrow()));
    }

    private static Set<String> done(Certificate certificate) {
        return certificate.steps().stream()
                .filter(step -> step.at() != null)
                .map(Certificate.Step::what)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
