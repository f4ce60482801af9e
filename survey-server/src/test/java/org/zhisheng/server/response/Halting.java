package org.zhisheng.server.response;

/**
 * Stops this process at a step as {@code kill -9} would: no hook runs, nothing is flushed. Which step is said by the system
 * property {@code zhisheng.test.halt}, after how many others of its kind by {@code zhisheng.test.halt.after}.
 */
public final class Halting {
    static final int STATUS = 137;

    private static int left = Integer.getInteger("zhisheng.test.halt.after", 0);

    private Halting() {}

    /** A step was reached. */
    public static synchronized void at(String step) {
        if (step.equals(System.getProperty("zhisheng.test.halt")) && left-- == 0) {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
