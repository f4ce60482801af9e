/**
 * Sample data: the union tree of the demonstration with answered surveys, and the one sample survey of a fresh
 * installation. Scenes are data files; answers are drawn from a seeded generator and sent through the public HTTP
 * interface, so that what is shown went the way of real answers.
 */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "issuer")
package org.zhisheng.server.demo;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
