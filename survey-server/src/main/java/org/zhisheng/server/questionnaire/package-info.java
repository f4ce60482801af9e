/**
 * Questionnaires as versioned data: reading them from the templates, choosing a length, filling in a round's topics and
 * clauses, and checking answers against the items that result. Knows no survey and no respondent.
 */
@NullMarked
package org.zhisheng.server.questionnaire;

import org.jspecify.annotations.NullMarked;
