package org.zhisheng.analytics.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.zhisheng.analytics.cli.csv.CsvException;
import org.zhisheng.analytics.cli.output.JsonOutput;
import org.zhisheng.analytics.cli.output.TableOutput;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.score.Published;
import org.zhisheng.analytics.cli.score.Recalculator;
import org.zhisheng.analytics.cli.score.ScoreRun;

/** {@code score PLAN.json}: scores units by a scheme, or recomputes a published scorecard. */
final class ScoreCommand implements Command {
    private static final String SCHEMA = "score-plan-1.json";
    private static final String HELP = """
            score PLAN.json [--format json|table] [--out FILE] [--threads N] [--check] [--schema]
            Scores units by a scheme, with errors, bands and ranks; recomputes what was published.
            按指标方案计分，给出误差、等级与排名区间；也可以复算已公布的计分卡。

              --format json    15 significant digits, for programs (the default)  供程序读取（默认）
              --format table   for people  供人阅读
              --out FILE       write there instead of standard output  写入文件
              --threads N      how many cores to use; all of them unless given  使用的核数
              --check          only check plan and scheme  只检查计划与方案
              --schema         print the JSON Schema of plans  输出计划的 JSON Schema

            Exit status: 0 done; 1 something failed or a published number is not computed again; 2 wrong use.
            退出码：0 完成；1 失败，或已公布的数字复算不出；2 用法有误。
            """;

    @Override
    public String name() {
        return "score";
    }

    @Override
    public String summary() {
        return "score units by a scheme  按指标方案计分";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        if (arguments.contains("--schema")) {
            out.println(PlanFile.schema(SCHEMA).toPrettyString());
            return 0;
        }
        PlanOptions options = PlanOptions.read(arguments);
        Progress progress =
                new Progress(err, System.console() != null && System.console().isTerminal());
        try {
            return score(options, out, err, progress);
        } catch (PlanException e) {
            progress.done();
            e.faults().forEach(fault -> err.println("score: " + fault));
        } catch (CsvException | UncheckedIOException | IllegalArgumentException e) {
            progress.done();
            err.println("score: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            progress.done();
            err.println(
                    "score: the table does not fit the memory; give Java more, for example JAVA_TOOL_OPTIONS=-Xmx4g");
        }
        return Main.FAILED;
    }

    private static int score(PlanOptions options, PrintStream out, PrintStream err, Progress progress) {
        PlanNode plan = PlanFile.read(options.plan(), SCHEMA);
        Path parent = options.plan().toAbsolutePath().getParent();
        Path folder = parent == null ? Path.of("") : parent;
        ScoreRun run = new ScoreRun(plan, folder);
        if (options.check()) {
            err.println("score: plan and scheme are in order 计划与方案无误");
            return 0;
        }
        ScoreRun.Outcome outcome = run.run(options.threads(), progress::update);
        progress.done();
        String json = JsonOutput.write(outcome.fields());
        options.write(options.table() ? TableOutput.write(outcome.fields()) : json, out);
        if (plan.has("recalculator")) {
            Path page = folder.resolve(plan.text("recalculator"));
            Recalculator.write(page, plan.text("title", ""), outcome);
            err.println("score: wrote 已生成 " + page);
        }
        return plan.has("published") ? compare(folder.resolve(plan.text("published")), json, err) : 0;
    }

    private static int compare(Path published, String computed, PrintStream err) {
        List<String> differences = Published.differences(published, computed);
        if (differences.isEmpty()) {
            err.println("score: every published number was computed again 已公布的数字全部复算一致");
            return 0;
        }
        differences.stream().limit(20).forEach(d -> err.println("score: " + d));
        err.println("score: " + differences.size() + " differences from " + published + " 处与公布结果不一致");
        return Main.FAILED;
    }
}
