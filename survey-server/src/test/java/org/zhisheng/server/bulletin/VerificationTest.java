package org.zhisheng.server.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.bulletin.Publication.HeadcountChange;
import org.zhisheng.server.bulletin.Publication.StratumCounts;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Seal;

/**
 * An untouched survey passes every check; each change fails the checks that it must and no other. Changes are made twice:
 * by a thief who cannot sign, and by whoever holds the key and signs anew.
 */
final class VerificationTest {
    private final Outsider outsider = new Outsider();
    private final Verification verification = new Verification(Json.standalone(), new CheckWords());
    private final Manifest manifest = outsider.manifest(Mode.TICKET);
    private final Publication publication = outsider.publication(manifest);
    private final Evidence untouched = outsider.evidence(manifest, publication);

    @Test
    void anUntouchedSurveyPassesEveryCheck() {
        List<Finding> findings = verification.check(untouched, paper());
        assertEquals(Set.of(), with(findings, Verdict.FAILED));
        assertEquals(Set.of(), with(findings, Verdict.NOT_CHECKED));
        assertEquals(16, findings.size());
    }

    @Test
    void aTagThatIsAddedOrDroppedWithoutTheKeyBreaksTheSignature() {
        List<String> more = new ArrayList<>(publication.tags());
        more.add("f".repeat(64));
        assertEquals(
                Set.of("publication-fingerprint", "publication-signature", "tags-count"),
                unsigned(withTags(publication, more)));
        assertEquals(
                Set.of("publication-fingerprint", "publication-signature", "tags-count"),
                unsigned(withTags(publication, publication.tags().subList(1, 30))));
    }

    @Test
    void aTagThatIsAddedOrDroppedWithTheKeyNoLongerFitsTheCounts() {
        List<String> more = new ArrayList<>(publication.tags());
        more.add("f".repeat(64));
        assertEquals(Set.of("tags-count"), signed(withTags(publication, more)));
        assertEquals(
                Set.of("tags-count"),
                signed(withTags(publication, publication.tags().subList(1, 30))));
    }

    @Test
    void aReceiptThatWasDroppedIsMissedByItsHolder() {
        List<String> others = new ArrayList<>(publication.tags());
        String mine = others.remove(11);
        others.add("f".repeat(64));
        Evidence exchanged = outsider.evidence(manifest, withTags(publication, others));
        Asked asked = new Asked(null, null, List.of(mine.substring(0, 10)));
        assertEquals(Set.of("receipt"), with(verification.check(exchanged, asked), Verdict.FAILED));
        assertEquals(Set.of(), with(verification.check(untouched, asked), Verdict.FAILED));
    }

    @Test
    void tagsTwiceOutOfOrderOrMalformedAreTold() {
        List<String> twice = new ArrayList<>(publication.tags());
        twice.set(4, twice.get(3));
        assertEquals(Set.of("tags-sorted", "tags-count"), signed(withTags(publication, twice)));
        List<String> swapped = new ArrayList<>(publication.tags());
        swapped.addFirst(swapped.removeLast());
        assertEquals(Set.of("tags-sorted"), signed(withTags(publication, swapped)));
        List<String> odd = new ArrayList<>(publication.tags());
        odd.set(0, "0");
        assertEquals(Set.of("tags-sorted"), signed(withTags(publication, odd)));
    }

    @Test
    void anAlteredManifestFailsItsSealAndThePaper() {
        byte[] altered = new String(untouched.manifest(), StandardCharsets.UTF_8)
                .replace("\"headcount\":120", "\"headcount\":220")
                .getBytes(StandardCharsets.UTF_8);
        Evidence changed = new Evidence(
                altered,
                untouched.manifestSeal(),
                untouched.publication(),
                untouched.publicationSeal(),
                untouched.release());
        assertEquals(
                Set.of(
                        "manifest-fingerprint",
                        "manifest-signature",
                        "check-words",
                        "publication-manifest",
                        "headcounts"),
                with(verification.check(changed, paper()), Verdict.FAILED));
    }

    @Test
    void aSurveyExchangedWholeFailsAgainstThePaperAlone() {
        Manifest other = outsider.manifest(Mode.TICKET);
        Evidence exchanged = outsider.evidence(other, outsider.publication(other));
        assertEquals(Set.of("check-words", "receipt"), with(verification.check(exchanged, paper()), Verdict.FAILED));
        Asked digits = new Asked(null, publication.manifest().substring(0, 20), List.of());
        assertEquals(Set.of("check-words"), with(verification.check(exchanged, digits), Verdict.FAILED));
        assertEquals(Set.of(), with(verification.check(untouched, digits), Verdict.FAILED));
    }

    @Test
    void anAlteredReleaseFailsItsFingerprint() {
        byte[] release = outsider.release.clone();
        release[release.length - 2]++;
        Evidence changed = new Evidence(
                untouched.manifest(),
                untouched.manifestSeal(),
                untouched.publication(),
                untouched.publicationSeal(),
                release);
        assertEquals(Set.of("release-fingerprint"), with(verification.check(changed, paper()), Verdict.FAILED));
    }

    @Test
    void anotherKeyForThePublicationIsTold() {
        Seal foreign = new Outsider().seal(untouched.publication());
        Evidence changed = new Evidence(
                untouched.manifest(), untouched.manifestSeal(), untouched.publication(), foreign, untouched.release());
        assertEquals(Set.of("one-signer"), with(verification.check(changed, paper()), Verdict.FAILED));
    }

    @Test
    void countsThatCannotBeAreToldByTheirCheck() {
        assertEquals(Set.of("counts-issued"), signed(withFirst(new StratumCounts("01", 120, 156, 30, 101, 21, 22))));
        assertEquals(
                Set.of("counts-issued", "counts-returned"),
                signed(withFirst(new StratumCounts("01", 120, 156, 30, 0, 127, 22))));
        assertEquals(Set.of("counts-cards"), signed(withFirst(new StratumCounts("01", 120, 157, 30, 101, 25, 22))));
        assertEquals(Set.of("counts-returned"), signed(withFirst(new StratumCounts("01", 120, 156, 30, 102, 25, 22))));
        assertEquals(Set.of("headcounts"), signed(withFirst(new StratumCounts("01", 121, 156, 30, 101, 25, 22))));
        assertEquals(Set.of("tags-count"), signed(withFirst(new StratumCounts("01", 120, 156, 30, 101, 25, 21))));
    }

    @Test
    void aCorrectedHeadcountIsNoFaultWhereItIsListedAndUncountedSlipsAreSaid() {
        Publication p = withFirst(new StratumCounts("01", 130, 156, 30, null, 25, 22));
        assertEquals(Set.of("headcounts"), signed(p));
        Publication listed = amended(p, new HeadcountChange("01", 120, 125), new HeadcountChange("01", 125, 130));
        assertEquals(Set.of(), signed(listed));
        assertEquals(
                Set.of("counts-returned"),
                with(verification.check(outsider.evidence(manifest, listed), paper()), Verdict.NOT_CHECKED));
    }

    @Test
    void cardsBeyondALoweredHeadcountFailAndAreExplainedByTheCorrection() {
        StratumCounts lowered = new StratumCounts("01", 110, 156, 30, 101, 25, 22);
        assertEquals(
                "bulletin.found.too-many-cards-lowered",
                cardsReason(amended(withFirst(lowered), new HeadcountChange("01", 120, 110))));
        StratumCounts more = new StratumCounts("01", 110, 157, 30, 101, 25, 22);
        assertEquals(
                "bulletin.found.too-many-cards",
                cardsReason(amended(withFirst(more), new HeadcountChange("01", 120, 110))),
                "more than was ever allowed");
        StratumCounts raised = new StratumCounts("01", 130, 166, 30, 101, 25, 22);
        assertEquals(
                Set.of(),
                signed(amended(withFirst(raised), new HeadcountChange("01", 120, 130))),
                "the further cards of a raised headcount are no fault");
    }

    private static String cardsReason(Publication published) {
        Finding finding = CountChecks.of(published).stream()
                .filter(f -> f.check().equals("counts-cards"))
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.FAILED, finding.verdict());
        return finding.reason();
    }

    private static Publication amended(Publication p, HeadcountChange... changes) {
        return new Publication(
                p.format(),
                p.survey(),
                p.code(),
                p.manifest(),
                p.mode(),
                p.closedAt(),
                p.responses(),
                p.strata(),
                p.withoutScript(),
                List.of(changes),
                p.leaves(),
                p.root(),
                p.release(),
                p.forgottenBy(),
                p.tags());
    }

    @Test
    void aRootThatDoesNotFitTheLeavesIsTold() {
        assertEquals(Set.of("root-shape"), signed(withRoot(59, publication.root())));
        assertEquals(Set.of("root-shape"), signed(withRoot(61, publication.root())));
        assertEquals(Set.of("root-shape"), signed(withRoot(0, publication.root())));
        assertEquals(Set.of("root-shape"), signed(withRoot(60, "5e")));
        assertEquals(Set.of(), signed(withRoot(0, MerkleTree.root(List.of()))));
    }

    @Test
    void aPosterSurveyIsCheckedForWhatItPromisesOnly() {
        Manifest poster = outsider.manifest(Mode.POSTER);
        List<Finding> findings =
                verification.check(outsider.evidence(poster, outsider.publication(poster)), Asked.NOTHING);
        assertEquals(Set.of(), with(findings, Verdict.FAILED));
        assertEquals(
                Set.of("check-words", "counts-issued", "counts-cards", "counts-returned", "headcounts"),
                with(findings, Verdict.NOT_CHECKED));
    }

    @Test
    void aSingleFileIsCheckedAsFarAsItGoesAndRubbishIsNoPublication() {
        Evidence alone = new Evidence(null, null, untouched.publication(), null, null);
        List<Finding> findings = verification.check(alone, Asked.NOTHING);
        assertEquals(Set.of(), with(findings, Verdict.FAILED));
        assertTrue(with(findings, Verdict.PASSED).contains("tags-sorted"));
        Evidence rubbish = new Evidence(null, null, "{}".getBytes(StandardCharsets.UTF_8), null, null);
        assertEquals(Set.of("publication-read"), with(verification.check(rubbish, Asked.NOTHING), Verdict.FAILED));
    }

    private Asked paper() {
        String words = String.join(
                " ", new Receipts(new CheckWords()).words(Outsider.sha256(outsider.bytes(manifest)), Language.CHINESE));
        return new Asked(words, null, List.of(publication.tags().get(7).substring(0, 10)));
    }

    private Set<String> signed(Publication changed) {
        return with(verification.check(outsider.evidence(manifest, changed), Asked.NOTHING), Verdict.FAILED);
    }

    private Set<String> unsigned(Publication changed) {
        Evidence evidence = new Evidence(
                untouched.manifest(),
                untouched.manifestSeal(),
                outsider.bytes(changed),
                untouched.publicationSeal(),
                untouched.release());
        return with(verification.check(evidence, paper()), Verdict.FAILED);
    }

    private static Set<String> with(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == verdict)
                .map(Finding::check)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Publication withFirst(StratumCounts counts) {
        List<StratumCounts> strata = List.of(counts, publication.strata().get(1));
        return copy(publication, strata, publication.leaves(), publication.root(), publication.tags());
    }

    private Publication withRoot(int leaves, String root) {
        return copy(publication, publication.strata(), leaves, root, publication.tags());
    }

    private static Publication withTags(Publication p, List<String> tags) {
        return copy(p, p.strata(), p.leaves(), p.root(), tags);
    }

    private static Publication copy(
            Publication p, List<StratumCounts> strata, int leaves, String root, List<String> tags) {
        return new Publication(
                p.format(),
                p.survey(),
                p.code(),
                p.manifest(),
                p.mode(),
                p.closedAt(),
                p.responses(),
                strata,
                p.withoutScript(),
                p.amendments(),
                leaves,
                root,
                p.release(),
                p.forgottenBy(),
                tags);
    }
}
