package org.zhisheng.server.demo;

import java.io.Console;
import java.io.PrintStream;

/** One line that is rewritten on a terminal; where there is none, only its end is printed. */
final class ProgressLine {
    private static final String ERASE_LINE = "\u001b[2K\r";

    private final PrintStream output;
    private final boolean isTerminal;

    ProgressLine(PrintStream output) {
        Console console = System.console();
        this.output = output;
        this.isTerminal = console != null && console.isTerminal();
    }

    void show(String text) {
        if (isTerminal) {
            output.print(ERASE_LINE + text);
            output.flush();
        }
    }

    void end(String text) {
        output.println((isTerminal ? ERASE_LINE : "") + text);
        output.flush();
    }
}
