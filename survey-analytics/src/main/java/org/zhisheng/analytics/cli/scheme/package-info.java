/** Reads schemes: published ones from the class path, forks from files; and knows which sources there are. */
@NullMarked
package org.zhisheng.analytics.cli.scheme;

import org.jspecify.annotations.NullMarked;
