/**
 * The gate between estimates and readers. Only this package can make a {@link
 * org.zhisheng.analytics.disclosure.ReleasedTable}: by releasing candidates under the rules, or by reading a stored
 * release whose fingerprint it verifies. Everything to the right of the gate works on released tables only.
 *
 * <p>What is here is the threshold rule with complementary suppression over the groups of one dimension. It does not yet
 * audit what several tables, waves or roll-ups give away together.
 */
@NullMarked
package org.zhisheng.analytics.disclosure;

import org.jspecify.annotations.NullMarked;
