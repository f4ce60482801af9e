package org.zhisheng.analytics.score;

import java.util.Map;
import java.util.Optional;

/**
 * The entered facts of a unit by id, and how many answered each survey.
 *
 * @param participation by questionnaire
 */
public record Facts(Map<String, Fact> byId, Map<String, Responses> participation) {
    public Facts {
        byId = Map.copyOf(byId);
        participation = Map.copyOf(participation);
    }

    /** Valid responses and covered workers of one survey. */
    public record Responses(long valid, long headcount) {
        public Responses {
            if (valid < 0 || headcount < 1 || valid > headcount) {
                throw new IllegalArgumentException(
                        valid + " valid responses of " + headcount + " covered workers have no rate");
            }
        }
    }

    Optional<Fact> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
