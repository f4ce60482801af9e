package org.zhisheng.analytics.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.zhisheng.analytics.cli.protect.ProtectCommand;

/** Finds the command and runs it. Exit status: 0 done, 1 the work failed, 2 wrong use. */
public final class Main {
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /** Runs a command line and returns its exit status. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Map<String, Command> commands = commands();
        if (arguments.isEmpty()
                || arguments.getFirst().equals("--help")
                || arguments.getFirst().equals("help")) {
            list(commands, arguments.isEmpty() ? err : out);
            return arguments.isEmpty() ? WRONG_USE : 0;
        }
        Command command = commands.get(arguments.getFirst());
        if (command == null) {
            err.println("No command '" + arguments.getFirst() + "' 没有这个命令");
            list(commands, err);
            return WRONG_USE;
        }
        try {
            return command.run(arguments.subList(1, arguments.size()), out, err);
        } catch (UsageException e) {
            err.println(command.name() + ": " + e.getMessage());
            err.println("Use '" + command.name() + " --help' to see how it is used. 用 --help 查看用法。");
            return WRONG_USE;
        }
    }

    private static Map<String, Command> commands() {
        Map<String, Command> commands = new LinkedHashMap<>();
        for (Command command : List.of(new AnalyzeCommand(), new ProtectCommand(), new ScoreCommand())) {
            commands.put(command.name(), command);
        }
        ServiceLoader.load(Command.class).forEach(command -> commands.putIfAbsent(command.name(), command));
        return commands;
    }

    private static void list(Map<String, Command> commands, PrintStream to) {
        to.println("Commands 命令:");
        commands.values().forEach(c -> to.printf("  %-10s %s%n", c.name(), c.summary()));
        to.println("Exit status: 0 done, 1 the work failed, 2 wrong use. 退出码：0 完成，1 失败，2 用法有误。");
    }
}
