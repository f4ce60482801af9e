package org.zhisheng.analytics.planning;

/** How far the answers of a unit carry. */
public enum CoverageGrade {
    /** Half-width of 5 points or 80 % answered: a number and a band. */
    A,
    /** Half-width of 10 points or 60 % answered: a number and a band. */
    B,
    /** A number without a band. */
    C,
    /** Too few answers for any rating. */
    NONE
}
