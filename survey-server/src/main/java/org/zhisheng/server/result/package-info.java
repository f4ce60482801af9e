/** Close, estimate, protect, release: the only way from responses to a reader. */
@NullMarked
package org.zhisheng.server.result;

import org.jspecify.annotations.NullMarked;
