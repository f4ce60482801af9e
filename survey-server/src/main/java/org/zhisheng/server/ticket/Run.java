package org.zhisheng.server.ticket;

/**
 * A number of cards of one stratum that are still to be made.
 *
 * @param stratum code of the stratum
 * @param cards how many
 * @param added whether they join the stratum's latest batch rather than being one
 */
record Run(String stratum, int cards, boolean added) {
    /** A batch of its own. */
    Run(String stratum, int cards) {
        this(stratum, cards, false);
    }
}
