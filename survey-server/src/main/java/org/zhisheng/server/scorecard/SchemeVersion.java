package org.zhisheng.server.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.kernel.Id;

/**
 * One version of a scheme.
 *
 * @param owner the organization that forked it; null for one that ships
 * @param scheme what scores
 * @param definition its JSON text
 * @param names its words
 * @param judgements pairwise judgements of experts
 * @param savedBy who saved it last; empty for one that ships
 * @param fingerprint SHA-256 of the definition; null while a draft
 * @param adoptedBy who adopted it; null while a draft, and for one that ships
 */
record SchemeVersion(
        @Nullable Id owner,
        Scheme scheme,
        String definition,
        SchemeNames names,
        List<Judgement> judgements,
        String savedBy,
        @Nullable String fingerprint,
        @Nullable String adoptedBy,
        @Nullable Instant adoptedAt) {
    SchemeVersion {
        judgements = List.copyOf(judgements);
    }

    SchemeId id() {
        return scheme.id();
    }

    boolean isShipped() {
        return owner == null;
    }

    boolean isFrozen() {
        return fingerprint != null;
    }

    /** Questionnaires whose coverage decides on the rating, the preferred one first. */
    List<String> coverageSurveys() {
        List<String> surveys = new ArrayList<>();
        SchemeJson.stored(definition).path("coverage").path("survey").forEach(node -> surveys.add(node.asText()));
        return surveys;
    }
}
