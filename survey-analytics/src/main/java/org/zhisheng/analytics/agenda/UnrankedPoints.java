package org.zhisheng.analytics.agenda;

/** Borda points of topics that a ballot leaves out. */
public enum UnrankedPoints {
    /** They share the points of the places left, so that every ballot gives the same total. */
    AVERAGE,
    /** They get none, so that a ballot naming few topics gives less in all. */
    ZERO
}
