package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhisheng.analytics.score.Veto;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.scorecard.Scorecards.Statement;

/** The forms in which the union enters facts and evaluators verify them: what they show, and what they say. */
@Singleton
final class EntryPages {
    private static final int LONGEST_NOTE = 1000;

    private final Scorecards scorecards;
    private final Schemes schemes;
    private final Rounds rounds;
    private final FactCatalogue catalogue;
    private final ScorecardPages pages;
    private final Wording wording;

    EntryPages(
            Scorecards scorecards,
            Schemes schemes,
            Rounds rounds,
            FactCatalogue catalogue,
            ScorecardPages pages,
            Wording wording) {
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.rounds = rounds;
        this.catalogue = catalogue;
        this.pages = pages;
        this.wording = wording;
    }

    private List<FactDefinition> asked(Scorecard card) {
        return catalogue.askedBy(schemes.get(card.scheme()).scheme(), Assessor.level(rounds.get(card.round())));
    }

    /** The union's form, as it was typed where it came back with faults. */
    Map<String, Object> selfAssessment(Scorecard card, Language language, Entries typed, List<Fault> faults) {
        Ledger ledger = scorecards.ledger(card.id());
        Map<String, Object> model = pages.heading(card, language);
        model.put("faults", faults);
        List<Map<String, Object>> facts = new ArrayList<>();
        for (FactDefinition fact : asked(card)) {
            Optional<Entry> last = ledger.last(fact.id(), Side.UNION);
            String value = faults.isEmpty()
                    ? last.map(Entry::value).orElse("")
                    : String.join(" ", typed.all("value." + fact.id()));
            Map<String, Object> row = input(fact, value, "value." + fact.id(), language);
            row.put("note", faults.isEmpty() ? last.map(Entry::note).orElse("") : typed.raw("note." + fact.id()));
            row.put("fault", "value." + fact.id());
            row.put("decided", ledger.finding(fact.id()).isPresent());
            facts.add(row);
        }
        model.put("facts", facts);
        return model;
    }

    private Map<String, Object> input(FactDefinition fact, String value, String field, Language language) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", fact.id());
        row.put("name", fact.name().in(language));
        row.put("field", field);
        row.put("kind", fact.kind().name());
        row.put("value", value);
        if (fact.kind() == FactKind.ANSWER) {
            row.put(
                    "answers",
                    List.of("yes", "no", "not-applicable").stream()
                            .map(a -> Map.of(
                                    "value",
                                    a,
                                    "label",
                                    wording.say(language, "scorecard.answer." + a),
                                    "chosen",
                                    a.equals(value)))
                            .toList());
        }
        if (fact.kind() == FactKind.TOPICS) {
            Set<String> chosen = Set.of(value.split(" "));
            row.put(
                    "topics",
                    wording.topics().stream()
                            .map(t -> Map.of(
                                    "value",
                                    t.code(),
                                    "label",
                                    t.name().in(language),
                                    "chosen",
                                    chosen.contains(t.code())))
                            .toList());
            row.put("noTopics", chosen.contains("none"));
        }
        return row;
    }

    /**
     * What the union typed.
     *
     * @throws ProblemException {@code invalid-input} with everything that is wrong
     */
    List<Statement> statements(Scorecard card, Entries form) {
        List<Statement> statements = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (FactDefinition fact : asked(card)) {
            String typed = String.join(" ", form.all("value." + fact.id())).strip();
            String note = note(form, "note." + fact.id(), "value." + fact.id(), faults);
            if (!typed.isEmpty()) {
                fact.normal(typed)
                        .ifPresentOrElse(
                                value -> statements.add(new Statement(fact.id(), null, value, note)),
                                () -> faults.add(Fault.of(
                                        "value." + fact.id(),
                                        "scorecard.fault." + fact.kind().name().toLowerCase(java.util.Locale.ROOT))));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return statements;
    }

    private static String note(Entries form, String field, String at, List<Fault> faults) {
        String note = form.text(field);
        if (note.length() > LONGEST_NOTE) {
            faults.add(Fault.of(at, "scorecard.fault.note", LONGEST_NOTE));
        }
        return note;
    }

    /** The evaluator's form. */
    Map<String, Object> verification(Scorecard card, Language language, Entries typed, List<Fault> faults) {
        Ledger ledger = scorecards.ledger(card.id());
        Assessment a = scorecards.assessment(card.id());
        Map<String, Object> model = pages.heading(card, language);
        model.put("faults", faults);
        List<Map<String, Object>> sides = pages.facts(a, language);
        List<Map<String, Object>> facts = new ArrayList<>();
        List<FactDefinition> asked = asked(card);
        for (int i = 0; i < asked.size(); i++) {
            FactDefinition fact = asked.get(i);
            Map<String, Object> row = input(fact, typed.text("value." + fact.id()), "value." + fact.id(), language);
            row.putAll(Map.of("pending", ledger.isPending(fact.id()), "fault", fact.id()));
            row.put("union", sides.get(i).get("union"));
            row.put("evaluator", sides.get(i).get("evaluator"));
            row.put(
                    "seen",
                    ledger.last(fact.id(), Side.UNION)
                            .map(Entry::number)
                            .map(String::valueOf)
                            .orElse(""));
            row.put("chosen", typed.text("finding." + fact.id()));
            row.put("reason", typed.raw("reason." + fact.id()));
            row.put("earlier", ledger.history(fact.id(), Side.UNION).size() - 1);
            facts.add(row);
        }
        model.put("facts", facts);
        model.put("vetoes", vetoes(card, ledger, typed, language));
        model.put("undecided", scorecards.undecided(card).size());
        return model;
    }

    private List<Map<String, Object>> vetoes(Scorecard card, Ledger ledger, Entries typed, Language language) {
        SchemeVersion version = schemes.get(card.scheme());
        List<Map<String, Object>> vetoes = new ArrayList<>();
        for (Veto veto : version.scheme().vetoes()) {
            if (veto.fact() == null) {
                Map<String, Object> row = new HashMap<>();
                row.put("id", veto.id());
                row.put("name", version.names().name("vetoes", veto.id(), language));
                row.put("prompts", veto.prompts());
                row.put("fault", veto.id());
                ledger.last(veto.id(), Side.EVALUATOR).ifPresent(last -> {
                    row.put("finding", Objects.requireNonNull(last.finding()).key());
                    row.put("note", last.note());
                    row.put("by", last.by());
                    row.put("at", last.at());
                });
                row.put("chosen", typed.text("finding." + veto.id()));
                row.put("reason", typed.raw("reason." + veto.id()));
                vetoes.add(row);
            }
        }
        return vetoes;
    }

    /** What an evaluator decided, and the numbers of the union's entries that were looked at. */
    record Findings(List<Statement> statements, Map<String, Integer> seen) {}

    /**
     * The findings that were typed; what has no decision chosen is left alone.
     *
     * @throws ProblemException {@code invalid-input} with everything that is wrong
     */
    Findings findings(Scorecard card, Entries form) {
        List<Statement> statements = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (FactDefinition fact : asked(card)) {
            Optional<Finding> finding = decision(form, fact.id(), false);
            if (finding.isEmpty()) {
                continue;
            }
            String value = "";
            if (finding.get() == Finding.CORRECTED) {
                String typed = String.join(" ", form.all("value." + fact.id())).strip();
                value = fact.normal(typed).orElse("");
                if (value.isEmpty()) {
                    faults.add(Fault.of(
                            fact.id(), "scorecard.fault." + fact.kind().name().toLowerCase(java.util.Locale.ROOT)));
                }
            }
            statements.add(
                    new Statement(fact.id(), finding.get(), value, reason(form, fact.id(), finding.get(), faults)));
            if (form.text("seen." + fact.id()).matches("\\d{1,6}")) {
                seen.put(fact.id(), Integer.parseInt(form.text("seen." + fact.id())));
            }
        }
        schemes.get(card.scheme()).scheme().vetoes().stream()
                .filter(v -> v.fact() == null)
                .forEach(v -> decision(form, v.id(), true)
                        .ifPresent(f -> statements.add(new Statement(v.id(), f, "", reason(form, v.id(), f, faults)))));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new Findings(statements, seen);
    }

    private static Optional<Finding> decision(Entries form, String subject, boolean onVeto) {
        return form.choice(Finding.class, "finding." + subject).filter(f -> f.isOnVeto() == onVeto);
    }

    private static String reason(Entries form, String subject, Finding finding, List<Fault> faults) {
        String reason = note(form, "reason." + subject, subject, faults);
        if (reason.isEmpty() && finding != Finding.CONFIRMED) {
            faults.add(Fault.of(subject, "scorecard.fault.reason"));
        }
        return reason;
    }
}
