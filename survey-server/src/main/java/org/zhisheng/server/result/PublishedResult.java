package org.zhisheng.server.result;

import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.server.survey.Fielded;

/**
 * What became public of a survey: the release and what a reader must know beside it.
 *
 * @param survey the survey with its manifest
 * @param coverage who was covered and who answered
 * @param release the protected tables
 */
public record PublishedResult(Fielded survey, Coverage coverage, Release release) {}
