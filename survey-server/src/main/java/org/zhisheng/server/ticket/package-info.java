/**
 * The issuer: who may answer. Decks of cards, their printing and counting, and the blind signatures that cards are
 * exchanged for. Knows headcounts, rosters' strata and which tickets were used; never an answer, nor what was signed.
 *
 * <p>One deck serves the surveys of a round that have the same strata, a slot each. Signing keys, the pepper of the stored
 * tickets and the secret for phones without script lie in {@code keys/issuer/<deck>/} of the data folder, outside the
 * database, and are destroyed when a survey closes. A collector whose issuer is another process has none of this.
 */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "collector")
package org.zhisheng.server.ticket;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
