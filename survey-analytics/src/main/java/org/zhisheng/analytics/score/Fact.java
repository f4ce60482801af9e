package org.zhisheng.analytics.score;

import java.util.Set;

/** An entered fact. */
public sealed interface Fact {
    /** A count, a sum or a rate. */
    record Number(double value) implements Fact {}

    /** An answer of a checklist. */
    record Answer(Reply reply) implements Fact {}

    /** The topics for which the contract has a clause. */
    record Topics(Set<String> topics) implements Fact {
        public Topics {
            topics = Set.copyOf(topics);
        }
    }

    /** Replies of a checklist. */
    enum Reply {
        YES,
        NO,
        NOT_APPLICABLE
    }
}
