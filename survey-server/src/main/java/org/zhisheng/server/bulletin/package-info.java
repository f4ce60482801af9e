/**
 * What everybody can check after the close without trusting us: the signed publication with the sorted tags, the counts and
 * the root over the responses, the pages on which a worker looks for a receipt, and the checks themselves, which the
 * pages, {@code ./zhisheng verify} and an auditor on the collector share.
 *
 * <p>A publication proves that whoever holds a receipt was counted and that nothing was added, dropped or altered after the
 * close. It does not prove that nobody voted for those who stayed away: who can mint cards can, up to their number.
 */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "issuer")
package org.zhisheng.server.bulletin;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
