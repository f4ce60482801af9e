/**
 * What workers want most: weighted shares of multiple choices, ranks by Borda and Schulze, and utilities from ranked and
 * best–worst answers.
 */
@NullMarked
package org.zhisheng.analytics.agenda;

import org.jspecify.annotations.NullMarked;
