/** Writes results: JSON with 15 significant digits for programs, tables for people. */
@NullMarked
package org.zhisheng.analytics.cli.output;

import org.jspecify.annotations.NullMarked;
