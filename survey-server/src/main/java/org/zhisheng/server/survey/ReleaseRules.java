package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The rules frozen at launch under which results are estimated and released.
 *
 * @param minimumGroup fewest respondents in a group, and in the rest of its parent, for which anything is shown
 * @param confidenceLevel level of the intervals
 * @param minimumComments fewest comments on an item from which on they are released, redacted by a person; null where
 *     comments were not declared, as in manifests of the first format, and then never are
 */
@Serdeable
public record ReleaseRules(
        int minimumGroup, double confidenceLevel, @Nullable Integer minimumComments) {
    /** The rules of every survey until a locality's law demands stricter ones: ten, 95 %, ten comments. */
    public static final ReleaseRules DEFAULT = new ReleaseRules(10, 0.95, 10);
}
