/**
 * Questionnaires as versioned data: reading them from the templates, choosing a length, filling in a round's topics and
 * clauses, and checking answers against the items that result. Knows no survey and no respondent.
 *
 * <p>Item codes start with PRE ({@code pre-demand}), PULSE ({@code mid-pulse}), POST ({@code post-evaluation}) or ANN
 * ({@code annual-check}); demographics and topics have none, since all questionnaires share them. An item made for a contract's topic is {@code POST-H}
 * and the topic's number, one made for a clause is {@code ANN-Y3-} and its place.
 *
 * <p>What counts as what, where the drafts left it open: "not applicable" answers ("I do not work at piece rates") share
 * the code of "don't know"; who does not know of the contract counts as "no" in the items on awareness and as "none" in
 * that on participation, so that ignorance does not raise the rate; a newcomer leaves the base of participation. PULSE-M2
 * is not put to those who got no bulletin.
 */
@NullMarked
package org.zhisheng.server.questionnaire;

import org.jspecify.annotations.NullMarked;
