/** What to ask for before the first answer: sample sizes, their allocation, expected errors, and grades of coverage. */
@NullMarked
package org.zhisheng.analytics.planning;

import org.jspecify.annotations.NullMarked;
