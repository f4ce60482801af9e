/** Samples as columns, categories, weights, missing values, tables and estimates. Imports nothing of ours. */
@NullMarked
package org.zhisheng.analytics.data;

import org.jspecify.annotations.NullMarked;
