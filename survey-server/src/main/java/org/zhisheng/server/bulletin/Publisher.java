package org.zhisheng.server.bulletin;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.bulletin.Publication.HeadcountChange;
import org.zhisheng.server.bulletin.Publication.StratumCounts;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.result.ClosingListener;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Reconciliation;

/** Publishes the proof in the transaction that closes the survey: there is no result without it. */
@Singleton
public final class Publisher implements ClosingListener {
    /** How long responses are kept after the close, at most: this is promised. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** So much earlier they fall due, so that a night without the job breaks no promise. */
    public static final Duration EARLY = Duration.ofDays(1);

    private final Responses responses;
    private final Leaves leaves;
    private final Publications publications;

    Publisher(Responses responses, Leaves leaves, Publications publications) {
        this.responses = responses;
        this.leaves = leaves;
        this.publications = publications;
    }

    @Override
    public void closed(PublishedResult result, @Nullable Reconciliation reconciliation) {
        Fielded survey = result.survey();
        List<byte[]> hashes = new ArrayList<>();
        responses.forEachLeaf(survey.id(), leaf -> hashes.addAll(leaves.of(leaf)));
        publications.publish(new Publication(
                Publication.FORMAT,
                survey.id(),
                survey.manifest().code(),
                survey.fingerprint(),
                survey.manifest().mode(),
                result.coverage().closedAt(),
                result.coverage().received(),
                strata(result, reconciliation),
                reconciliation == null ? null : reconciliation.withoutScript(),
                survey.amendments().stream()
                        .map(a -> new HeadcountChange(a.stratum(), a.from(), a.to()))
                        .toList(),
                hashes.size(),
                MerkleTree.root(hashes),
                result.release().fingerprint(),
                result.coverage().closedAt().plus(KEPT),
                responses.tags(survey.id()).stream().map(Tag::hex).sorted().toList()));
    }

    /** In poster mode none: strata may be small there, and nobody counts cards. */
    private List<StratumCounts> strata(PublishedResult result, @Nullable Reconciliation reconciliation) {
        if (reconciliation == null) {
            return List.of();
        }
        Fielded survey = result.survey();
        Map<String, Integer> cast = responses.countByStratum(survey.id());
        boolean kept = !cast.isEmpty() || result.coverage().received() == 0;
        return reconciliation.strata().stream()
                .map(counts -> new StratumCounts(
                        counts.stratum(),
                        survey.frame()
                                .stratum(counts.stratum())
                                .map(s -> s.headcount())
                                .orElse(counts.headcount()),
                        counts.printed(),
                        counts.voided(),
                        counts.returned(),
                        counts.issued(),
                        kept ? Objects.requireNonNullElse(cast.get(counts.stratum()), 0) : null))
                .toList();
    }
}
