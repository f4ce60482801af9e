/** Releases rendered for people: page, PDF, CSV. Accepts released tables only. */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "issuer")
package org.zhisheng.server.report;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
