package org.zhisheng.server.scorecard;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What an evaluator decides on the union's entry, or on a veto. */
@Serdeable
public enum Finding {
    /** The union's value stands. */
    CONFIRMED,
    /** Another value stands, for the reason given. */
    CORRECTED,
    /** No value stands: the indicators that need it are missing. */
    REJECTED,
    /** The veto is proven. */
    ESTABLISHED,
    /** The veto was looked at and is not proven. */
    NOT_ESTABLISHED;

    /** Key of its name in the messages. */
    public String key() {
        return "scorecard.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOnVeto() {
        return this == ESTABLISHED || this == NOT_ESTABLISHED;
    }
}
