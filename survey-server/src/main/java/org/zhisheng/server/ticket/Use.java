package org.zhisheng.server.ticket;

/** What became of a ticket. */
enum Use {
    UNUSED(0),
    /** A phone blinded a message and had it signed. */
    BY_PHONE(1),
    /** The issuer made the message itself, so that it could link credential and ticket. */
    WITHOUT_SCRIPT(2);

    private final int stored;

    Use(int stored) {
        this.stored = stored;
    }

    /** The number in the database. */
    int stored() {
        return stored;
    }

    static Use of(int stored) {
        return switch (stored) {
            case 0 -> UNUSED;
            case 1 -> BY_PHONE;
            case 2 -> WITHOUT_SCRIPT;
            default -> throw new IllegalStateException("a ticket is used in no known way: " + stored);
        };
    }
}
