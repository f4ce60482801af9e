/** Groups and waves compared: association tests, t tests, differences, and corrections for many comparisons. */
@NullMarked
package org.zhisheng.analytics.comparison;

import org.jspecify.annotations.NullMarked;
