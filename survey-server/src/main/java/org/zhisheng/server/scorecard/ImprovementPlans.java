package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.NextBand;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;

/** What an organization undertakes to improve after a scorecard, who answers for it, and when it is measured again. */
@Singleton
final class ImprovementPlans {
    private static final int LONGEST_ACTION = 400;
    private static final int LONGEST_NAME = 100;

    private final StepStore store;
    private final Scorecards scorecards;
    private final Schemes schemes;
    private final ScorecardPages pages;
    private final SecureRandom random;

    ImprovementPlans(
            StepStore store, Scorecards scorecards, Schemes schemes, ScorecardPages pages, SecureRandom random) {
        this.store = store;
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.pages = pages;
        this.random = random;
    }

    /** The plan, with what would reach the next band as proposals. */
    Map<String, Object> page(Scorecard card, Language language) {
        SchemeVersion version = schemes.get(card.scheme());
        Assessment a = scorecards.assessment(card.id());
        Map<String, Object> model = new HashMap<>(pages.heading(card, language));
        model.put(
                "steps",
                store.findByScorecardOrderByDue(card.id()).stream()
                        .map(s -> Map.of(
                                "id", s.id().toString(),
                                "name", version.names().name("indicators", s.indicator(), language),
                                "from", Digits.one(s.fromValue()),
                                "target", Digits.one(s.target()),
                                "action", s.action(),
                                "responsible", s.responsible(),
                                "due", s.due().toString(),
                                "retest", s.retest().toString()))
                        .toList());
        model.put(
                "proposals",
                ExplanationPages.nextBand(a, version.scheme()).map(NextBand::steps).orElse(List.of()).stream()
                        .map(s -> Map.of(
                                "name", version.names().name("indicators", s.indicator(), language),
                                "from", Digits.one(s.from()),
                                "to", Digits.one(s.to())))
                        .toList());
        model.put(
                "indicators",
                a.quantities().stream()
                        .filter(q -> q.value() != null
                                && version.scheme().indicator(q.id()).isPresent())
                        .map(q -> Map.of(
                                "value",
                                q.id(),
                                "label",
                                version.names().name("indicators", q.id(), language) + " (" + Digits.one(q.value())
                                        + ")"))
                        .toList());
        return model;
    }

    /**
     * Adds a step.
     *
     * @throws ProblemException {@code invalid-input} with everything that is wrong
     */
    void add(Scorecard card, Entries form) {
        List<Fault> faults = new ArrayList<>();
        Double from = League.value(scorecards.assessment(card.id()), form.text("indicator"));
        if (from == null) {
            faults.add(Fault.of("indicator", "scorecard.plan.fault.indicator"));
        }
        Double target = number(form.text("target"), faults);
        text(form, "action", LONGEST_ACTION, faults);
        text(form, "responsible", LONGEST_NAME, faults);
        LocalDate due = day(form, "due", faults);
        LocalDate retest = day(form, "retest", faults);
        if (due != null && retest != null && retest.isBefore(due)) {
            faults.add(Fault.of("retest", "scorecard.plan.fault.retest"));
        }
        if (from == null || target == null || due == null || retest == null || !faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        store.save(new StepStore.Row(
                Id.random(random),
                card.id(),
                form.text("indicator"),
                from,
                target,
                form.text("action"),
                form.text("responsible"),
                due,
                retest));
    }

    void remove(Scorecard card, Id step) {
        store.deleteByIdAndScorecard(step, card.id());
    }

    private static @Nullable Double number(String typed, List<Fault> faults) {
        if (!typed.matches("-?\\d{1,6}(\\.\\d{1,4})?")) {
            faults.add(Fault.of("target", "scorecard.fault.number"));
            return null;
        }
        return Double.valueOf(typed);
    }

    private static void text(Entries form, String field, int longest, List<Fault> faults) {
        String typed = form.text(field);
        if (typed.isEmpty() || typed.length() > longest) {
            faults.add(Fault.of(field, "scorecard.plan.fault.text", longest));
        }
    }

    private static @Nullable LocalDate day(Entries form, String field, List<Fault> faults) {
        try {
            return LocalDate.parse(form.text(field));
        } catch (DateTimeParseException e) {
            faults.add(Fault.of(field, "scorecard.plan.fault.day"));
            return null;
        }
    }
}
