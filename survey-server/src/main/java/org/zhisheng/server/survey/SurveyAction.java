package org.zhisheng.server.survey;

/** What can be done to a survey. */
public enum SurveyAction {
    /** Change the draft. */
    EDIT,
    /** Freeze and sign the manifest. */
    LAUNCH,
    /** Move the closing time later. */
    EXTEND,
    /** Correct a headcount of the frozen frame. */
    AMEND,
    /** Take no more answers. */
    CLOSE,
    /** Give the survey up. */
    CANCEL
}
