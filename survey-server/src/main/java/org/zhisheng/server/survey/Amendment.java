package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A correction of one stratum's headcount after launch. Every report prints it.
 *
 * @param number 1, 2, … in the order they were made
 * @param stratum code of the stratum
 * @param from headcount before
 * @param to headcount after, at least 1
 * @param reason why, in the officer's words
 * @param signedBy the officer's name
 * @param signedAt when
 */
@Serdeable
public record Amendment(
        int number, String stratum, int from, int to, String reason, String signedBy, Instant signedAt) {}
