/**
 * Design-based estimates: means, totals, proportions, ratios and quantiles, by domain, with Taylor-linearised or
 * replicate standard errors, intervals and design effects. Conventions are those of R's survey package.
 */
@NullMarked
package org.zhisheng.analytics.estimation;

import org.jspecify.annotations.NullMarked;
