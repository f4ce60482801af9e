/**
 * Forgetting: a closed survey's responses, free texts, what was decided about them and the key that opens them are
 * destroyed within 30 days of the close; before that, the counts of its declared tables are sealed away, so that a correction
 * can be audited against what is out. A signed certificate tells everybody what was destroyed and when, the keys of the close
 * among it.
 *
 * <p>What stays is public or sealed: manifest, publication with the tags, release, certificate, and the sealed counts.
 * Destroying means that the key is overwritten and deleted and the rows are deleted; what a file system or a disk keeps of
 * either beyond that only an encrypted disk protects.
 */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "issuer")
package org.zhisheng.server.retention;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
