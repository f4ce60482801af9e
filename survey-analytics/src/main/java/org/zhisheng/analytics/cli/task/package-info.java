/** The kinds of estimate that a plan may ask for, one small unit each; {@link Kinds} lists them. */
@NullMarked
package org.zhisheng.analytics.cli.task;

import org.jspecify.annotations.NullMarked;
