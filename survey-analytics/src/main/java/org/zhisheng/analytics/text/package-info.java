/**
 * What people wrote in their own words: marks of what could identify somebody, comments that repeat one another, words
 * that may be tapped to hide them, and key terms held by many. A person decides; marks only propose.
 *
 * <p>Chinese is cut into words, and personal names are found, by HanLP's portable edition (Apache-2.0, 8 MB, one jar without
 * dependencies). Lucene's smartcn cuts as well but has no notion of a name, and brings 10 MB of Lucene with it.
 */
@NullMarked
package org.zhisheng.analytics.text;

import org.jspecify.annotations.NullMarked;
