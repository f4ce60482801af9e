/**
 * What the framework needs and no feature owns: problems as pages and documents, pages, security headers, the database,
 * typed configuration.
 *
 * <p>Sign-in is a filter of ours ({@code account.SessionFilter}) and not Micronaut Security: what somebody may do here
 * depends on an organization of the union tree, which annotations with role names cannot say; a session is a row that any
 * node reads; and one list of public routes against which every other route is closed is easier to trust than a map of
 * patterns. What that module would have added is a second place where errors are answered.
 */
@NullMarked
package org.zhisheng.server.platform;

import org.jspecify.annotations.NullMarked;
