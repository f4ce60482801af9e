/** Close, estimate, protect, release: the only way from responses to a reader. */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "issuer")
package org.zhisheng.server.result;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
