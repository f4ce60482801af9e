package org.zhisheng.analytics.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.zhisheng.analytics.cli.output.JsonOutput;
import org.zhisheng.analytics.cli.output.TableOutput;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.score.Published;
import org.zhisheng.analytics.cli.score.Recalculator;
import org.zhisheng.analytics.cli.score.ScoreRun;
import org.zhisheng.analytics.cli.score.SignedScorecard;

/** {@code score PLAN.json}: scores units by a scheme, or recomputes a published scorecard. */
final class ScoreCommand extends PlanCommand {
    private static final int SHOWN = 20;
    private static final String HELP = """
            score PLAN.json|FILES.zip|FOLDER [--format json|table] [--out FILE] [--threads N] [--check] [--schema]
            Scores units by a scheme, with errors, bands and ranks; recomputes what was published, from the plan in a folder
            or in the archive that the platform offers for download.
            按指标方案计分，给出误差、等次与排名区间；也可以由平台下载的压缩包或其解开的文件夹复算已公布的评分表。

              --format json    15 significant digits, for programs (the default)  供程序读取（默认）
              --format table   for people  供人阅读
              --out FILE       write there instead of standard output  写入文件
              --threads N      how many cores to use; all of them unless given  使用的核数
              --check          only check plan and scheme  只检查计划与方案
              --schema         print the JSON Schema of plans  输出计划的 JSON Schema

            Exit status: 0 done; 1 something failed or a published number is not computed again; 2 wrong use.
            退出码：0 完成；1 失败，或已公布的数字复算不出；2 用法有误。
            """;

    ScoreCommand() {
        super("score-plan-1.json");
    }

    @Override
    public String name() {
        return "score";
    }

    @Override
    public String summary() {
        return "score units by a scheme  按指标方案计分";
    }

    @Override
    String help() {
        return HELP;
    }

    @Override
    int follow(PlanNode plan, Path folder, PlanOptions options, PrintStream out, Reports reports) {
        ScoreRun run = new ScoreRun(plan, folder);
        if (options.check()) {
            reports.say("plan and scheme are in order 计划与方案无误");
            return 0;
        }
        ScoreRun.Outcome outcome = run.run(options.threads(), reports.progress()::update);
        reports.progress().done();
        String json = JsonOutput.write(outcome.fields());
        options.write(options.table() ? TableOutput.write(outcome.fields()) : json, out);
        if (plan.has("recalculator")) {
            Path page = folder.resolve(plan.text("recalculator"));
            Recalculator.write(page, plan.text("title", ""), outcome);
            reports.say("wrote 已生成 " + page);
        }
        boolean same = !plan.has("published") || isPublished(folder.resolve(plan.text("published")), json, reports);
        return (!plan.has("signed") || isSigned(folder.resolve(plan.text("signed")), json, reports)) && same
                ? 0
                : Main.FAILED;
    }

    private static boolean isPublished(Path published, String computed, Reports reports) {
        List<String> differences = Published.differences(published, computed);
        if (differences.isEmpty()) {
            reports.say("every published number was computed again 已公布的数字全部复算一致");
        }
        return tell(differences, published, reports);
    }

    private static boolean isSigned(Path signed, String computed, Reports reports) {
        SignedScorecard.Comparison comparison = SignedScorecard.compare(signed, computed);
        if (comparison.differences().isEmpty()) {
            reports.say("all " + comparison.compared()
                    + " numbers of the signed scorecard were computed again 已签字评分表的全部数字复算一致");
        }
        return tell(comparison.differences(), signed, reports);
    }

    private static boolean tell(List<String> differences, Path from, Reports reports) {
        differences.stream().limit(SHOWN).forEach(reports::say);
        if (!differences.isEmpty()) {
            reports.say(differences.size() + " differences from " + from.getFileName() + " 处与公布结果不一致");
        }
        return differences.isEmpty();
    }
}
