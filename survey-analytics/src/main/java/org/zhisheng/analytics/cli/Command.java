package org.zhisheng.analytics.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * A subcommand. Further ones (the benchmark, and later scoring, agendas and protection) are found as services, so that a
 * command can live beside what it runs.
 */
public interface Command {
    /** The word after the program's name. */
    String name();

    /** One line for the list of commands, English then Chinese. */
    String summary();

    /**
     * Runs it.
     *
     * @param arguments what follows the command's name
     * @param out where results go
     * @param err where progress and messages go
     * @return the exit status: 0, or 1 if the work failed
     * @throws UsageException if the arguments are wrong
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
