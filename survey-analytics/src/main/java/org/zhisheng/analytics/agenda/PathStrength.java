package org.zhisheng.analytics.agenda;

/** How strong a victory of one topic over another is. */
public enum PathStrength {
    /** The weight of the ballots that prefer the winner; the loser's side counts 0. */
    WINNING_VOTES,
    /** The winner's weight less the loser's. */
    MARGINS
}
