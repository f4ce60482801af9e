package org.zhisheng.server.bulletin;

import static org.zhisheng.server.bulletin.Finding.failed;
import static org.zhisheng.server.bulletin.Finding.notChecked;
import static org.zhisheng.server.bulletin.Finding.passed;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Surveys;

/**
 * What an accredited auditor checks on the collector itself: that tags, responses and tables still are those that were
 * published. Answers are opened, hashed and tallied here; only verdicts and counts leave, never a row.
 */
@Singleton
public final class Audit {
    private final Surveys surveys;
    private final Publications publications;
    private final Responses responses;
    private final Results results;
    private final Leaves leaves;
    private final Verification verification;
    private final Clock clock;

    Audit(
            Surveys surveys,
            Publications publications,
            Responses responses,
            Results results,
            Leaves leaves,
            Json json,
            CheckWords words,
            Clock clock) {
        this.surveys = surveys;
        this.publications = publications;
        this.responses = responses;
        this.results = results;
        this.leaves = leaves;
        this.verification = new Verification(json, words);
        this.clock = clock;
    }

    /**
     * Everything that an outsider checks, on what is stored, and then the responses against it.
     *
     * @param code the survey's short code
     * @throws ProblemException {@code not-found} where there is no such survey, {@code wrong-state} where it has published
     *     nothing
     */
    public List<Finding> of(String code, Asked asked) {
        Fielded survey;
        try {
            survey = surveys.byCode(code);
        } catch (IllegalStateException e) {
            return List.of(failed("manifest-fingerprint", "bulletin.found.manifest-altered"));
        }
        Published published =
                publications.find(survey.id()).orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
        String release = results.storedText(survey.id()).orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
        Evidence stored = new Evidence(
                surveys.manifestBytes(survey.id()),
                new Seal(survey.fingerprint(), survey.signature(), survey.signer()),
                published.bytes(),
                published.seal(),
                release.getBytes(StandardCharsets.UTF_8));
        List<Finding> findings = new ArrayList<>(verification.check(stored, asked));
        findings.add(tags(survey.id(), published.publication()));
        findings.addAll(responses(survey.id(), published.publication(), release));
        return findings;
    }

    private Finding tags(Id survey, Publication published) {
        Set<String> there =
                new HashSet<>(responses.tags(survey).stream().map(Tag::hex).toList());
        Set<String> told = new HashSet<>(published.tags());
        long onlyThere = there.stream().filter(tag -> !told.contains(tag)).count();
        long onlyTold = told.stream().filter(tag -> !there.contains(tag)).count();
        return onlyThere + onlyTold == 0
                ? passed("audit-tags", "bulletin.found.audit-tags", there.size())
                : failed(
                        "audit-tags",
                        "bulletin.found.audit-tags-differ",
                        there.size(),
                        told.size(),
                        onlyThere,
                        onlyTold);
    }

    private List<Finding> responses(Id survey, Publication published, String release) {
        List<String> checks = List.of("audit-opened", "audit-counts", "audit-root", "audit-release");
        Optional<String> gone = whyGone(survey, published);
        if (gone.isPresent()) {
            return checks.stream().map(check -> notChecked(check, gone.get())).toList();
        }
        List<byte[]> hashes = new ArrayList<>();
        Map<String, Integer> byStratum = new TreeMap<>();
        try {
            responses.forEachLeaf(survey, leaf -> {
                hashes.addAll(leaves.of(leaf));
                byStratum.merge(leaf.stratum() == null ? Responses.NO_STRATUM : leaf.stratum(), 1, Integer::sum);
            });
        } catch (IllegalStateException e) {
            return List.of(
                    failed("audit-opened", "bulletin.found.audit-unopened"),
                    counts(published, responses.countByStratum(survey)),
                    notChecked("audit-root", "bulletin.found.audit-unopened"),
                    notChecked("audit-release", "bulletin.found.audit-unopened"));
        }
        return List.of(
                passed("audit-opened", "bulletin.found.audit-opened", hashes.size() / Leaves.OF_A_RESPONSE),
                counts(published, byStratum),
                root(published, hashes),
                release(survey, release));
    }

    /** Why there is nothing to recompute; empty where there is, and where there should be. */
    private Optional<String> whyGone(Id survey, Publication published) {
        if (responses.count(survey) > 0) {
            return Optional.empty();
        }
        if (published.leaves() == 0) {
            return Optional.of("bulletin.found.too-few");
        }
        return clock.instant().isBefore(published.forgottenBy().minus(Publisher.EARLY))
                ? Optional.empty()
                : Optional.of("bulletin.found.forgotten");
    }

    private static Finding counts(Publication published, Map<String, Integer> byStratum) {
        int there = byStratum.values().stream().mapToInt(Integer::intValue).sum();
        boolean same = there == published.responses()
                && published.strata().stream().allMatch(s -> is(s.cast(), byStratum.get(s.stratum())));
        return same
                ? passed("audit-counts", "bulletin.found.audit-counts", there)
                : failed("audit-counts", "bulletin.found.audit-counts-differ", there, published.responses());
    }

    private static boolean is(@Nullable Integer told, @Nullable Integer there) {
        return told == null || told.equals(there == null ? 0 : there);
    }

    private static Finding root(Publication published, List<byte[]> hashes) {
        return MerkleTree.root(hashes).equals(published.root())
                ? passed("audit-root", "bulletin.found.audit-root", hashes.size())
                : failed("audit-root", "bulletin.found.audit-root-differ", hashes.size(), published.leaves());
    }

    private Finding release(Id survey, String release) {
        return results.recompute(survey).text().equals(release)
                ? passed("audit-release", "bulletin.found.audit-release")
                : failed("audit-release", "bulletin.found.audit-release-differ");
    }
}
