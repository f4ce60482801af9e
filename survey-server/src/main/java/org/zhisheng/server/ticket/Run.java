package org.zhisheng.server.ticket;

/**
 * A number of cards of one stratum that are still to be made, as one batch.
 *
 * @param stratum code of the stratum
 * @param cards how many
 */
record Run(String stratum, int cards) {}
