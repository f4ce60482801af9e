package org.zhisheng.server.bulletin;

/** Cards beyond the headcount that may be printed, for those that are spoilt or lost: 5 %, and at least five. */
final class Reserve {
    private static final int AT_LEAST = 5;
    private static final int ONE_IN = 20;

    private Reserve() {}

    /** Cards that may lie in one stratum's box: its headcount and the reserve, which is rounded up. */
    static int cards(int headcount) {
        return headcount + Math.max(AT_LEAST, Math.ceilDiv(headcount, ONE_IN));
    }
}
