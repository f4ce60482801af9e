package org.zhisheng.analytics.cli.protect;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.Command;
import org.zhisheng.analytics.cli.UsageException;
import org.zhisheng.analytics.cli.csv.CsvException;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.JsonOutput;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.disclosure.AuditReport;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.disclosure.Protector;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleaseGate;
import org.zhisheng.analytics.disclosure.ReleaseTerms;
import org.zhisheng.analytics.disclosure.ReleasedTable;
import org.zhisheng.analytics.disclosure.Shown;
import org.zhisheng.analytics.disclosure.UnitCounts;

/** {@code protect PLAN.json}: answers in, a protected release and a report of its audit out. */
public final class ProtectCommand implements Command {
    private static final String SCHEMA = "protect-plan-1.json";
    private static final String HELP = """
            protect PLAN.json [--out FILE] [--release FILE] [--report FILE] [--members FILE] [--schema]
            Protects tables so that nobody can be told apart, and audits them.  保护表格，防止认出个人，并作审计。

              --out FILE      write the protected table (CSV) there instead of standard output  写入文件
              --release FILE  write the whole release, with covariances, as it is fingerprinted  写入完整发布文本
              --report FILE   write the audit report there; not for publication  审计报告（不公开）
              --members FILE  write the tables that the units of a roll-up release themselves (CSV)  汇总中各单位自己的表
              --schema        print the JSON Schema of plans  输出计划的 JSON Schema
              -h, --help      show this  显示本说明

            Exit status: 0 done; 1 something failed, the message says what and where; 2 wrong use.
            退出码：0 完成；1 失败，信息会指明位置与处理办法；2 用法有误。
            """;

    @Override
    public String name() {
        return "protect";
    }

    @Override
    public String summary() {
        return "protect tables and audit them  保护并审计表格";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return 0;
        }
        if (arguments.contains("--schema")) {
            out.println(PlanFile.schema(SCHEMA).toPrettyString());
            return 0;
        }
        List<String> left = new ArrayList<>(arguments);
        Path to = option(left, "--out");
        Path whole = option(left, "--release");
        Path report = option(left, "--report");
        Path members = option(left, "--members");
        if (left.size() != 1 || left.getFirst().startsWith("-")) {
            throw new UsageException("name one plan: protect PLAN.json 请指定一个计划文件");
        }
        try {
            protect(Path.of(left.getFirst()), new Targets(to, whole, report, members), out, err);
            return 0;
        } catch (PlanException e) {
            e.faults().forEach(fault -> err.println("protect: " + fault));
        } catch (CsvException | IllegalArgumentException | UncheckedIOException e) {
            err.println("protect: " + e.getMessage());
        }
        return 1;
    }

    private static @Nullable Path option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 >= arguments.size()) {
            throw new UsageException(name + " needs a file 需要文件名");
        }
        arguments.remove(at);
        return Path.of(arguments.remove(at));
    }

    /** Where what was asked for is written; null for the table is standard output, for the others nowhere. */
    private record Targets(
            @Nullable Path table,
            @Nullable Path release,
            @Nullable Path report,
            @Nullable Path members) {}

    private static void protect(Path file, Targets to, PrintStream out, PrintStream err) {
        Path folder = file.toAbsolutePath().getParent();
        ProtectPlan plan = ProtectPlan.read(PlanFile.read(file, SCHEMA), folder == null ? Path.of("") : folder);
        if (to.members() != null && plan.rollUp() == null) {
            throw new UsageException("--members is for plans with a roll_up 只有汇总计划才有各单位的表");
        }
        Respondents respondents = Respondents.read(plan);
        respondents.requireAnswers();
        if (plan.rollUp() != null) {
            RollUpRun.Result result = new RollUpRun(plan, respondents, err).run();
            write(
                    to,
                    result.release(),
                    report(plan, respondents, result.protection(), result.release())
                            .put("roll_up", result.coverage()),
                    out);
            if (to.members() != null) {
                write(to.members(), ReleaseCsv.of(result.members()), out);
            }
            return;
        }
        Protection protection = protection(plan, respondents);
        Release release = ReleaseGate.release(
                protection,
                WholeEstimates.of(plan, respondents, respondents.frame(), protection),
                plan.earlier() == null ? ReleaseTerms.Kind.FIRST : ReleaseTerms.Kind.CORRECTION);
        write(to, release, report(plan, respondents, protection, release), out);
    }

    private static Protection protection(ProtectPlan plan, Respondents respondents) {
        List<UnitCounts> demographics =
                plan.demographics().stream().map(respondents::demographic).toList();
        EarlierFile published = plan.earlier();
        return published == null
                ? Protector.protect(respondents.frame(), demographics, plan.rule())
                : Protector.correct(respondents.frame(), demographics, plan.rule(), published.read());
    }

    private static void write(Targets to, Release release, Fields report, PrintStream out) {
        write(to.table(), ReleaseCsv.of(release), out);
        if (to.release() != null) {
            write(to.release(), release.text(), out);
        }
        if (to.report() != null) {
            write(to.report(), JsonOutput.write(report), out);
        }
    }

    private static Fields report(ProtectPlan plan, Respondents respondents, Protection protection, Release release) {
        AuditReport audit = protection.report();
        Fields unknown = new Fields();
        plan.items().forEach(i -> unknown.put(i.column(), respondents.unknown(i)));
        Fields groups = new Fields();
        release.tables().stream()
                .filter(t -> !t.dimension().isEmpty())
                .forEach(t -> groups.put(t.dimension(), groups(t)));
        return new Fields()
                .put("fingerprint", release.fingerprint())
                .put("respondents", respondents.size())
                .put("detail", protection.detail().code())
                .put("groups", groups)
                .put("patterns_audited", audit.patterns())
                .put("most_informative", audit.exact())
                .put("weighting_blocks", protection.blocks())
                .put("verdicts_by_closed_form", audit.work().closedForm())
                .put("verdicts_by_exchange", audit.work().exchanges())
                .put("verdicts_by_linear_program", audit.work().programs())
                .put("refused_because_of", audit.refused())
                .put("cells_outside_categories", unknown);
    }

    /** How many groups are shown, and how many are not for which reason. */
    private static Fields groups(ReleasedTable table) {
        Fields groups = new Fields();
        for (Shown shown : Shown.values()) {
            groups.put(
                    shown.code(),
                    table.groups().stream().filter(g -> g.shown() == shown).count());
        }
        return groups;
    }

    private static void write(@Nullable Path file, String text, PrintStream out) {
        if (file == null) {
            out.print(text);
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written 无法写入: " + e.getMessage(), e);
        }
    }
}
