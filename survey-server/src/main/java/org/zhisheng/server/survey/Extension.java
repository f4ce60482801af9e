package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A closing time that was moved later. Every report prints it.
 *
 * @param number 1, 2, … in the order they were made
 * @param from the closing time before
 * @param to the closing time after
 * @param reason why, in the officer's words
 * @param signedBy the officer's name
 * @param signedAt when
 */
@Serdeable
public record Extension(int number, Instant from, Instant to, String reason, String signedBy, Instant signedAt) {}
