package org.zhisheng.analytics.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.zhisheng.analytics.cli.csv.CsvException;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.JsonOutput;
import org.zhisheng.analytics.cli.output.TableOutput;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.cli.plan.PlanNode;

/** {@code analyze PLAN.json}: makes the estimates of a plan. */
final class AnalyzeCommand implements Command {
    private static final String HELP = """
            analyze PLAN.json [--format json|table] [--out FILE] [--threads N] [--check] [--schema]
            Makes the estimates that a plan asks for.  按分析计划估计各项指标。

              --format json    15 significant digits, for programs (the default)  供程序读取（默认）
              --format table   for people  供人阅读
              --out FILE       write there instead of standard output  写入文件
              --threads N      how many cores to use; all of them unless given  使用的核数
              --check          only check the plan  只检查计划
              --schema         print the JSON Schema of plans  输出计划的 JSON Schema

            Exit status: 0 done; 1 something failed, the message says what and where; 2 wrong use.
            退出码：0 完成；1 失败，信息会指明位置与处理办法；2 用法有误。
            """;

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public String summary() {
        return "make the estimates of a plan  按计划作统计分析";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        if (arguments.contains("--schema")) {
            out.println(PlanFile.schema().toPrettyString());
            return 0;
        }
        PlanOptions options = PlanOptions.read(arguments);
        Progress progress =
                new Progress(err, System.console() != null && System.console().isTerminal());
        try {
            return analyze(options, out, err, progress);
        } catch (PlanException e) {
            progress.done();
            e.faults().forEach(fault -> err.println("analyze: " + fault));
        } catch (CsvException e) {
            progress.done();
            err.println("analyze: " + e.getMessage());
        } catch (UncheckedIOException e) {
            progress.done();
            err.println("analyze: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            progress.done();
            err.println(
                    "analyze: the data do not fit the memory; give Java more, for example JAVA_TOOL_OPTIONS=-Xmx4g");
        }
        return Main.FAILED;
    }

    private static int analyze(PlanOptions options, PrintStream out, PrintStream err, Progress progress) {
        PlanNode plan = PlanFile.read(options.plan());
        Path folder = options.plan().toAbsolutePath().getParent();
        Analysis analysis = new Analysis(plan, folder == null ? Path.of("") : folder);
        if (options.check()) {
            err.println("analyze: the plan is in order 计划无误");
            return 0;
        }
        Fields result = analysis.run(options.threads(), progress::update);
        progress.done();
        options.write(options.table() ? TableOutput.write(result) : JsonOutput.write(result), out);
        analysis.failures().forEach(failure -> err.println("analyze: " + failure));
        return analysis.failures().isEmpty() ? 0 : Main.FAILED;
    }
}
