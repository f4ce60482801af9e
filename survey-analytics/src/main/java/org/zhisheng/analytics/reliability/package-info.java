/** Whether items that should measure one thing do: alpha, one-factor omega, their errors, and means of persons. */
@NullMarked
package org.zhisheng.analytics.reliability;

import org.jspecify.annotations.NullMarked;
