/**
 * How far collected answers may be trusted: outcome rates, coverage, who is missing, careless and copied answers, and
 * signals of a whole site. Nothing here needs an identity, an address or an exact time.
 */
@NullMarked
package org.zhisheng.analytics.quality;

import org.jspecify.annotations.NullMarked;
