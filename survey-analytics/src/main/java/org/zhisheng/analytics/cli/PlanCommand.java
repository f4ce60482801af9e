package org.zhisheng.analytics.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.zhisheng.analytics.cli.csv.CsvException;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.cli.plan.PlanNode;

/** A command that follows a plan: its options, what goes wrong, and the exit status are the same for all of them. */
abstract class PlanCommand implements Command {
    private final String schema;

    /** @param schema file name of the JSON Schema of its plans */
    PlanCommand(String schema) {
        this.schema = schema;
    }

    abstract String help();

    /**
     * Follows a plan that keeps to the schema.
     *
     * @param folder what the plan's file names are relative to
     * @return the exit status
     */
    abstract int follow(PlanNode plan, Path folder, PlanOptions options, PrintStream out, Reports reports);

    /** What a run tells while it goes on: sentences under the command's name, and a line of progress. */
    record Reports(String name, PrintStream err, Progress progress) {
        void say(String sentence) {
            progress.done();
            err.println(name + ": " + sentence);
        }
    }

    @Override
    public final int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(help());
            return 0;
        }
        if (arguments.contains("--schema")) {
            out.println(PlanFile.schema(schema).toPrettyString());
            return 0;
        }
        PlanOptions options = PlanOptions.read(arguments);
        boolean terminal = System.console() != null && System.console().isTerminal();
        Reports reports = new Reports(name(), err, new Progress(err, terminal));
        try (PlanPlace place = PlanPlace.of(options.plan())) {
            return follow(PlanFile.read(place.plan(), schema), place.folder(), options, out, reports);
        } catch (PlanException e) {
            e.faults().forEach(reports::say);
        } catch (CsvException | UncheckedIOException | IllegalArgumentException e) {
            reports.say(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            reports.say(options.plan() + " cannot be unpacked 无法解压: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            reports.say("the data do not fit the memory; give Java more, for example JAVA_TOOL_OPTIONS=-Xmx4g");
        }
        return Main.FAILED;
    }
}
