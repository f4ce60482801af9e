/**
 * One questionnaire fielded in a round: its frame, its frozen and signed manifest, its lifecycle as a transition table,
 * and the dated amendments that every report prints. Issues no tickets and sees no responses.
 */
@NullMarked
package org.zhisheng.server.survey;

import org.jspecify.annotations.NullMarked;
