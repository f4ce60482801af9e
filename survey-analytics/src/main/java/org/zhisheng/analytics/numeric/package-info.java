/** Quantiles and probabilities of the reference distributions, small linear algebra, seeded resampling. */
@NullMarked
package org.zhisheng.analytics.numeric;

import org.jspecify.annotations.NullMarked;
