package org.zhisheng.analytics.cli.protect;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.disclosure.Protector;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleaseGate;
import org.zhisheng.analytics.disclosure.ReleaseTerms;
import org.zhisheng.analytics.disclosure.RollUp;
import org.zhisheng.analytics.disclosure.UnitCounts;

/** Protects the units of a plan one by one, adds them up, and protects the sum beside all of their releases. */
final class RollUpRun {
    private static final int STEPS = 10;

    private final ProtectPlan plan;
    private final Respondents respondents;
    private final PrintStream progress;
    private final Map<String, Release> releases = new LinkedHashMap<>();
    private String told = "";

    RollUpRun(ProtectPlan plan, Respondents respondents, PrintStream progress) {
        this.plan = plan;
        this.respondents = respondents;
        this.progress = progress;
    }

    /**
     * What came out.
     *
     * @param protection of the sum
     * @param release of the sum
     * @param members the units' own releases by name, of those that release anything
     * @param coverage who entered
     */
    record Result(Protection protection, Release release, Map<String, Release> members, Fields coverage) {}

    Result run() {
        ProtectPlan.RollUp of = Objects.requireNonNull(plan.rollUp());
        List<RollUp.Member> members = new ArrayList<>();
        List<String> units = respondents.units();
        for (String unit : units) {
            members.add(member(unit));
            tell("units protected 已保护单位", (double) members.size() / units.size());
        }
        RollUp rollUp = RollUp.of(of.dimensions(), members, plan.rule(), share -> tell("roll-up 汇总", share));
        Set<String> entering = new LinkedHashSet<>(units);
        rollUp.left().forEach(entering::remove);
        Protection protection = rollUp.protect(plan.rule());
        Release release = ReleaseGate.release(
                protection,
                WholeEstimates.of(plan, respondents.units(entering, of.dimensions()), rollUp.counts(), protection),
                ReleaseTerms.Kind.FIRST);
        return new Result(protection, release, releases, coverage(rollUp, units.size()));
    }

    private RollUp.Member member(String name) {
        Respondents own = respondents.unit(name);
        UnitCounts frame = own.frame();
        Protection protection = Protector.protect(frame, List.of(), plan.rule());
        RollUp.Member member = new RollUp.Member(
                name, frame.cells().stream().mapToInt(c -> c.headcount()).sum(), protection);
        if (member.releasesItself()) {
            releases.put(
                    name,
                    ReleaseGate.release(
                            protection, WholeEstimates.of(plan, own, frame, protection), ReleaseTerms.Kind.FIRST));
        }
        return member;
    }

    private static Fields coverage(RollUp rollUp, int units) {
        return new Fields()
                .put("units", units)
                .put("released_wholly", rollUp.released())
                .put("pooled", rollUp.pooled())
                .put("left_out", rollUp.left())
                .put("items_withheld", rollUp.withheld())
                .put("workers", rollUp.workers())
                .put("workers_of_all_units", rollUp.allWorkers());
    }

    private void tell(String what, double share) {
        String line = "protect: " + what + " " + (int) (share * STEPS) * 100 / STEPS + " %";
        if (!line.equals(told)) {
            progress.println(line);
            told = line;
        }
    }
}
