package org.zhisheng.analytics.driver;

/** The four fields of importance beside performance (Martilla and James 1977, Journal of Marketing 41, 77–79). */
public enum Quadrant {
    /** Important and good. */
    KEEP_UP,
    /** Important and poor: where improvement pays most. */
    CONCENTRATE_HERE,
    /** Unimportant and poor. */
    LOW_PRIORITY,
    /** Unimportant and good. */
    POSSIBLE_OVERKILL
}
