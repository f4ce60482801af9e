/** The command line: {@code analyze}, {@code score} and whatever other commands are registered. The only package that reads files. */
@NullMarked
package org.zhisheng.analytics.cli;

import org.jspecify.annotations.NullMarked;
