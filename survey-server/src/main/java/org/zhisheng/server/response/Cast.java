package org.zhisheng.server.response;

import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.questionnaire.AnswerSheet;

/**
 * One worker's answers, checked and ready to be counted.
 *
 * @param tag the random id under which the phone sends it, again and again until it is acknowledged
 * @param stratum code of the worker's stratum; null where the worker would rather not say
 * @param answers the answers to the items that were asked, free texts included
 */
public record Cast(Id tag, @Nullable String stratum, AnswerSheet answers) {}
