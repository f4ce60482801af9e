package org.zhisheng.analytics.disclosure;

import java.util.BitSet;

/**
 * An answer of a small group that a release would give away.
 *
 * @param item code of the item; empty where the group's counts follow for every item
 * @param cells the group
 * @param respondents its size, under the smallest group that may be shown
 * @param width by how many people the answer stays uncertain
 * @param required by how many it must
 */
record Exposure(String item, BitSet cells, int respondents, int width, int required) {}
