/**
 * The small language of conditions in a plan: comparisons, {@code in}, {@code and}, {@code or}, {@code not} and
 * {@code is missing} over the columns of a row. It has no functions, no assignment and no access to anything else, so a
 * plan from a stranger can be run.
 */
@NullMarked
package org.zhisheng.analytics.cli.expression;

import org.jspecify.annotations.NullMarked;
