package org.zhisheng.analytics.score;

/** What kind of unit is scored; an indicator that has no meaning at a level is structurally inapplicable there. */
public enum Level {
    ENTERPRISE,
    INDUSTRY,
    REGION
}
