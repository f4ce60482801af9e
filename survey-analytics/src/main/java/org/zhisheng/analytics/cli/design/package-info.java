/** Builds the designs that a plan describes, over the rows of the data or over the cells of a count cube. */
@NullMarked
package org.zhisheng.analytics.cli.design;

import org.jspecify.annotations.NullMarked;
