package org.zhisheng.server.bulletin;

import static org.zhisheng.server.bulletin.Finding.failed;
import static org.zhisheng.server.bulletin.Finding.notChecked;
import static org.zhisheng.server.bulletin.Finding.passed;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Signer;

/**
 * Checks evidence: every check is made that can be, each with its own verdict, whatever the others say. It needs no
 * database and no server.
 */
public final class Verification {
    private final Json json;
    private final CheckWords words;
    private final Receipts receipts;

    public Verification(Json json, CheckWords words) {
        this.json = json;
        this.words = words;
        this.receipts = new Receipts(words);
    }

    /** The findings, in the order in which a reader follows them: manifest, publication, counts, release, receipts. */
    public List<Finding> check(Evidence evidence, Asked asked) {
        Optional<Manifest> manifest = read(evidence.manifest(), Manifest.class);
        Optional<Publication> publication =
                read(evidence.publication(), Publication.class).filter(Publication::isComplete);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(sealed("manifest", evidence.manifest(), evidence.manifestSeal()));
        findings.add(onPaper(evidence.manifest(), asked));
        findings.addAll(sealed("publication", evidence.publication(), evidence.publicationSeal()));
        findings.add(oneSigner(evidence));
        if (publication.isEmpty()) {
            findings.add(missing("publication-read", evidence.publication()));
            return findings;
        }
        Publication published = publication.get();
        findings.add(of(evidence, published));
        findings.addAll(CountChecks.of(published));
        findings.add(manifest.map(m -> headcounts(m, published))
                .orElseGet(() -> missing("headcounts", evidence.manifest())));
        findings.add(release(evidence.release(), published));
        asked.receipts().forEach(receipt -> findings.add(receipt(receipt, published)));
        return findings;
    }

    private static List<Finding> sealed(String what, byte @Nullable [] bytes, @Nullable Seal seal) {
        String fingerprint = what + "-fingerprint";
        String signature = what + "-signature";
        if (bytes == null || seal == null) {
            String reason = bytes == null ? "bulletin.found.missing" : "bulletin.found.no-seal";
            return List.of(notChecked(fingerprint, reason), notChecked(signature, reason));
        }
        String actual = Signer.fingerprint(bytes);
        return List.of(
                seal.isOf(bytes)
                        ? passed(fingerprint, "bulletin.found.fingerprint", actual)
                        : failed(fingerprint, "bulletin.found.fingerprint-wrong", actual, seal.fingerprint()),
                seal.isSigned(bytes)
                        ? passed(signature, "bulletin.found.signature", keyPrint(seal))
                        : failed(signature, "bulletin.found.signature-wrong"));
    }

    private static String keyPrint(Seal seal) {
        return Signer.fingerprint(seal.signer().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .substring(0, 16);
    }

    /** What stands on paper is the anchor: whoever controls the server can sign anything anew, but not reprint the cards. */
    private Finding onPaper(byte @Nullable [] manifest, Asked asked) {
        if (manifest == null) {
            return notChecked("check-words", "bulletin.found.missing");
        }
        String fingerprint = Signer.fingerprint(manifest);
        byte[] bytes = HexFormat.of().parseHex(fingerprint);
        String chinese = String.join(" ", words.of(bytes, Fielded.CHECK_WORDS, Language.CHINESE));
        String english = String.join(" ", words.of(bytes, Fielded.CHECK_WORDS, Language.ENGLISH));
        boolean known = asked.words() != null || asked.fingerprint() != null;
        boolean same = (asked.words() == null
                        || receipts.beginning(asked.words())
                                .filter(fingerprint::startsWith)
                                .isPresent())
                && (asked.fingerprint() == null
                        || fingerprint.startsWith(asked.fingerprint().strip().toLowerCase(Locale.ROOT)));
        if (!known) {
            return notChecked("check-words", "bulletin.found.compare-words", chinese, english);
        }
        return same
                ? passed("check-words", "bulletin.found.words", chinese, english)
                : failed("check-words", "bulletin.found.words-wrong", chinese, english);
    }

    private static Finding oneSigner(Evidence evidence) {
        Seal manifest = evidence.manifestSeal();
        Seal publication = evidence.publicationSeal();
        if (manifest == null || publication == null) {
            return notChecked("one-signer", "bulletin.found.no-seal");
        }
        return manifest.signer().equals(publication.signer())
                ? passed("one-signer", "bulletin.found.one-signer")
                : failed("one-signer", "bulletin.found.two-signers");
    }

    private static Finding of(Evidence evidence, Publication published) {
        byte[] manifest = evidence.manifest();
        if (manifest == null) {
            return notChecked("publication-manifest", "bulletin.found.missing");
        }
        return Signer.fingerprint(manifest).equals(published.manifest())
                ? passed("publication-manifest", "bulletin.found.same-manifest")
                : failed("publication-manifest", "bulletin.found.other-manifest", published.manifest());
    }

    private static Finding headcounts(Manifest manifest, Publication published) {
        if (!published.mode().isAdmitting()) {
            return notChecked("headcounts", "bulletin.found.poster");
        }
        return Headcounts.agree(manifest, published)
                ? passed(
                        "headcounts",
                        "bulletin.found.headcounts",
                        manifest.frame().headcount())
                : failed("headcounts", "bulletin.found.headcounts-wrong");
    }

    private static Finding release(byte @Nullable [] release, Publication published) {
        if (release == null) {
            return notChecked("release-fingerprint", "bulletin.found.missing");
        }
        String actual = Signer.fingerprint(release);
        return actual.equals(published.release())
                ? passed("release-fingerprint", "bulletin.found.fingerprint", actual)
                : failed("release-fingerprint", "bulletin.found.fingerprint-wrong", actual, published.release());
    }

    private Finding receipt(String typed, Publication published) {
        Optional<String> beginning = receipts.beginning(typed);
        if (beginning.isEmpty()) {
            return failed("receipt", "bulletin.found.no-receipt");
        }
        List<String> found = Receipts.among(published.tags(), beginning.get());
        return found.isEmpty()
                ? failed("receipt", "bulletin.found.receipt-absent")
                : passed("receipt", "bulletin.found.receipt", found.getFirst());
    }

    private static Finding missing(String check, byte @Nullable [] bytes) {
        return bytes == null ? notChecked(check, "bulletin.found.missing") : failed(check, "bulletin.found.unreadable");
    }

    private <T> Optional<T> read(byte @Nullable [] bytes, Class<T> type) {
        try {
            return bytes == null ? Optional.empty() : Optional.of(json.read(bytes, type));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
