/** What the framework needs and no feature owns: HTTP errors, pages, security headers, the database, typed configuration. */
@NullMarked
package org.zhisheng.server.platform;

import org.jspecify.annotations.NullMarked;
