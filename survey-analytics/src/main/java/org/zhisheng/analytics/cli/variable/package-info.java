/** The variables of an analysis: loaded columns with their missing codes, labels and scores, and what is derived from them. */
@NullMarked
package org.zhisheng.analytics.cli.variable;

import org.jspecify.annotations.NullMarked;
