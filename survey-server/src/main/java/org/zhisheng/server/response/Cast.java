package org.zhisheng.server.response;

import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.questionnaire.AnswerSheet;

/**
 * One worker's answers, checked and ready to be counted.
 *
 * @param tag what is spent with it, however often it is sent until it is acknowledged
 * @param stratum code of the worker's stratum; null where the worker would rather not say
 * @param answers the answers to the items that were asked, free texts included
 */
record Cast(Tag tag, @Nullable String stratum, AnswerSheet answers) {}
