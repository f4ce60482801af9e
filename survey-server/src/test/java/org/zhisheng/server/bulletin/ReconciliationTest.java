package org.zhisheng.server.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.response.Insider;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.ticket.LocalIssuer;

/**
 * What is changed on the collector after the publication, by somebody who has its database, keys and code, is found by an
 * audit, and by the check that names it.
 */
@Tag("store")
@MicronautTest(transactional = false)
final class ReconciliationTest {
    @Inject
    FieldedSurveys fielded;

    @Inject
    Insider insider;

    @Inject
    Results results;

    @Inject
    Publications publications;

    @Inject
    Audit audit;

    @Inject
    DataSource source;

    @MockBean(LocalIssuer.class)
    Issuer issuer() {
        return new CountingIssuer();
    }

    private Manifest closed(Mode mode) {
        Manifest survey = fielded.open(mode);
        fielded.answer(survey, "01", 14);
        fielded.answer(survey, "02", 12);
        results.close(survey.survey(), "王秀兰");
        return survey;
    }

    @Test
    void anUntouchedSurveyPassesEveryCheck() {
        Manifest survey = closed(Mode.TICKET);
        List<Finding> findings = audit.of(survey.code(), Asked.NOTHING);
        assertEquals(Set.of(), with(findings, Verdict.FAILED));
        assertEquals(Set.of("check-words"), with(findings, Verdict.NOT_CHECKED));
        Publication published = publications.find(survey.survey()).orElseThrow().publication();
        assertEquals(26, published.responses());
        assertEquals(52, published.leaves());
        assertEquals(
                List.of(14, 12),
                published.strata().stream().map(Publication.StratumCounts::cast).toList());
        assertEquals(3, published.withoutScript());
        assertFalse(results.find(survey.survey())
                .orElseThrow()
                .release()
                .tables()
                .getFirst()
                .groups()
                .getFirst()
                .figures()
                .isEmpty());
    }

    @Test
    void aPosterSurveyIsAuditedJustAsWell() {
        Manifest survey = closed(Mode.POSTER);
        assertEquals(Set.of(), failed(survey));
        Publication published = publications.find(survey.survey()).orElseThrow().publication();
        assertEquals(List.of(), published.strata());
        assertNull(published.withoutScript());
        insider.addResponse(survey);
        assertEquals(Set.of("audit-counts", "audit-root", "audit-release"), failed(survey));
    }

    @Test
    void aResponseMoreIsFound() {
        Manifest survey = closed(Mode.TICKET);
        insider.addResponse(survey);
        assertEquals(Set.of("audit-counts", "audit-root", "audit-release"), failed(survey));
    }

    @Test
    void aResponseLessIsFound() {
        Manifest survey = closed(Mode.TICKET);
        insider.dropResponse(survey);
        assertEquals(Set.of("audit-counts", "audit-root", "audit-release"), failed(survey));
    }

    @Test
    void aResponseThatWasAlteredAndSealedAnewIsFound() {
        Manifest survey = closed(Mode.TICKET);
        List<String> choice = FieldedSurveys.choice(survey);
        insider.alterResponse(survey, choice.get(0), choice.get(1), choice.get(2));
        assertEquals(Set.of("audit-root", "audit-release"), failed(survey));
    }

    @Test
    void aResponseThatWasAlteredWithoutTheKeyIsFound() {
        Manifest survey = closed(Mode.TICKET);
        insider.damageResponse(survey);
        assertEquals(Set.of("audit-opened"), failed(survey));
    }

    @Test
    void aTagMoreAndATagLessAreFound() {
        Manifest survey = closed(Mode.TICKET);
        insider.addTag(survey);
        assertEquals(Set.of("audit-tags"), failed(survey));
        Manifest other = closed(Mode.TICKET);
        String tag = publications
                .find(other.survey())
                .orElseThrow()
                .publication()
                .tags()
                .get(5);
        insider.dropTag(other, tag);
        assertEquals(Set.of("audit-tags"), failed(other));
    }

    @Test
    void anAlteredPublicationIsFound() {
        Manifest survey = closed(Mode.TICKET);
        replace("publication", "content", "\"responses\":26", "\"responses\":27", survey);
        assertEquals(
                Set.of("publication-fingerprint", "publication-signature", "tags-count", "root-shape", "audit-counts"),
                failed(survey));
    }

    @Test
    void anAlteredReleaseIsFound() {
        Manifest survey = closed(Mode.TICKET);
        replace("survey_release", "content", "\t100\t", "\t101\t", survey);
        assertEquals(Set.of("release-fingerprint", "audit-release"), failed(survey));
    }

    @Test
    void anAlteredManifestIsFound() {
        Manifest survey = closed(Mode.TICKET);
        execute(
                "UPDATE survey SET manifest = REPLACE(manifest, '\"headcount\":40', '\"headcount\":41') WHERE id = ?",
                survey);
        assertEquals(
                Set.of("manifest-fingerprint", "manifest-signature", "publication-manifest", "headcounts"),
                failed(survey));
    }

    @Test
    void receiptsAreFoundAndStrangeOnesAreNot() {
        Manifest survey = fielded.open(Mode.TICKET);
        List<String> tags = new ArrayList<>(fielded.answer(survey, "01", 12));
        results.close(survey.survey(), null);
        List<Finding> findings = audit.of(
                survey.code(), new Asked(null, null, List.of(tags.get(3).substring(0, 10), "abcdefabcd")));
        assertEquals(Set.of("receipt"), with(findings, Verdict.FAILED));
        assertEquals(
                1,
                findings.stream()
                        .filter(f -> f.check().equals("receipt") && f.verdict() == Verdict.PASSED)
                        .count());
    }

    @Test
    void ofFewerThanTenResponsesTheNumberIsPublishedAndNothingElse() {
        Manifest survey = fielded.open(Mode.TICKET);
        fielded.answer(survey, "01", 9);
        results.close(survey.survey(), null);
        Publication published = publications.find(survey.survey()).orElseThrow().publication();
        assertEquals(9, published.responses());
        assertEquals(0, published.leaves());
        assertNull(published.strata().getFirst().cast());
        assertEquals(9, published.tags().size());
        List<Finding> findings = audit.of(survey.code(), Asked.NOTHING);
        assertEquals(Set.of(), with(findings, Verdict.FAILED));
        assertEquals(
                Set.of("check-words", "audit-opened", "audit-counts", "audit-root", "audit-release"),
                with(findings, Verdict.NOT_CHECKED));
    }

    private Set<String> failed(Manifest survey) {
        return with(audit.of(survey.code(), Asked.NOTHING), Verdict.FAILED);
    }

    private static Set<String> with(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == verdict)
                .map(Finding::check)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void replace(String table, String column, String from, String to, Manifest survey) {
        execute(
                "UPDATE " + table + " SET " + column + " = REPLACE(" + column + ", '" + from + "', '" + to
                        + "') WHERE survey = ?",
                survey);
    }

    private void execute(String sql, Manifest survey) {
        try (Connection connection =
                        DelegatingDataSource.unwrapDataSource(source).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, survey.survey().bytes());
            assertEquals(1, statement.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
