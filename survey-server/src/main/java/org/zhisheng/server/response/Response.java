package org.zhisheng.server.response;

import org.jspecify.annotations.Nullable;
import org.zhisheng.server.questionnaire.AnswerSheet;

/**
 * One counted response.
 *
 * @param stratum code of the stratum; null where the worker would rather not say
 * @param answers the chosen options by item; no free text
 */
public record Response(@Nullable String stratum, AnswerSheet answers) {}
