package org.zhisheng.server.response;

import java.util.Locale;

/**
 * Where answers are on their way, with a key of each survey for each. Between two of them they are resealed under new
 * random ids, and destroying the earlier keys makes unreadable what the database still holds of earlier rows: deleted
 * pages, redo and binary logs, dumps.
 */
enum Phase {
    /** Acknowledged, not mixed. */
    STAGING,
    /** Mixed with others of the stratum. */
    MIXED,
    /** After the close: everything rebuilt in random order. */
    FINAL;

    /** Name of the key's file. */
    String file() {
        return name().toLowerCase(Locale.ROOT);
    }
}
