package org.zhisheng.analytics.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.JsonOutput;
import org.zhisheng.analytics.cli.output.TableOutput;
import org.zhisheng.analytics.cli.plan.PlanNode;

/** {@code analyze PLAN.json}: makes the estimates of a plan. */
final class AnalyzeCommand extends PlanCommand {
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

    AnalyzeCommand() {
        super("analysis-plan-1.json");
    }

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public String summary() {
        return "make the estimates of a plan  按计划作统计分析";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    int follow(PlanNode plan, Path folder, PlanOptions options, PrintStream out, Reports reports) {
        Analysis analysis = new Analysis(plan, folder);
        if (options.check()) {
            reports.say("the plan is in order 计划无误");
            return 0;
        }
        Fields result = analysis.run(options.threads(), reports.progress()::update);
        reports.progress().done();
        options.write(options.table() ? TableOutput.write(result) : JsonOutput.write(result), out);
        analysis.failures().forEach(reports::say);
        return analysis.failures().isEmpty() ? 0 : Main.FAILED;
    }
}
