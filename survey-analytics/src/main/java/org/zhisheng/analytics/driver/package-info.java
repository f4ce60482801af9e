/**
 * What satisfaction hangs on: regressions and relative importance under the survey's design, and importance beside
 * performance. Associations, not causes.
 */
@NullMarked
package org.zhisheng.analytics.driver;

import org.jspecify.annotations.NullMarked;
