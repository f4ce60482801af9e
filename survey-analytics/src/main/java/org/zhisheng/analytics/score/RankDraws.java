package org.zhisheng.analytics.score;

/** Draws of the totals of all units. */
public interface RankDraws {
    /** How many units there are. */
    int units();

    /** Fills in the totals of one draw; the same draw always gives the same totals, whichever thread asks. */
    void draw(int draw, float[] into);
}
