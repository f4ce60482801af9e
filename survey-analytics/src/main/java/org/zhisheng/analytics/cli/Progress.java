package org.zhisheng.analytics.cli;

import java.io.PrintStream;

/** A progress bar that appears only once the work has lasted a second: redrawn on a terminal, else a line every few seconds. */
final class Progress {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long BETWEEN_LINES_NANOS = 3_000_000_000L;
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private int shownPercent = -1;
    private long shownAt = start;

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Shows that a share of a stage is done, between 0 and 1. */
    synchronized void update(String stage, double share) {
        int percent = (int) (share * 100);
        long now = System.nanoTime();
        boolean worth = terminal ? percent != shownPercent : now - shownAt > BETWEEN_LINES_NANOS;
        if (now - start < PATIENCE_NANOS || !worth) {
            return;
        }
        shownPercent = percent;
        shownAt = now;
        if (terminal) {
            int filled = percent * WIDTH / 100;
            err.printf("\r[%s%s] %3d %% %-40s", "#".repeat(filled), " ".repeat(WIDTH - filled), percent, stage);
        } else {
            err.printf("%3d %% %s%n", percent, stage);
        }
    }

    /** Clears the bar, before anything else is printed. */
    synchronized void done() {
        if (terminal && shownPercent >= 0) {
            err.print("\r" + " ".repeat(WIDTH + 50) + "\r");
            err.flush();
        }
    }
}
