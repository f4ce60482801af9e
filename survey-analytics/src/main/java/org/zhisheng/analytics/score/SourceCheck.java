package org.zhisheng.analytics.score;

import java.util.List;
import org.zhisheng.analytics.score.SchemeFault.Rule;

/** Finds sources that do not exist. */
final class SourceCheck {
    private final SourceCatalogue catalogue;
    private final List<SchemeFault> faults;

    SourceCheck(SourceCatalogue catalogue, List<SchemeFault> faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    void check(String where, List<Source> sources) {
        for (Source source : sources) {
            switch (source) {
                case Source.FigureSum sum -> sum.terms().forEach(t -> figure(where, sum.survey(), t));
                case Source.Participation p -> survey(where, p.survey());
                case Source.Ratio ratio -> {
                    ratio.numerator().forEach(p -> fact(where, p.fact()));
                    ratio.denominator().forEach(p -> fact(where, p.fact()));
                }
                case Source.Checklist list -> list.facts().forEach(f -> fact(where, f));
                case Source.DemandResponse demand -> demand(where, demand);
                case Source.Amount amount -> fact(where, amount.fact());
                case Source.Given given -> {
                    // a table brings its own values
                }
            }
        }
    }

    void check(Veto veto) {
        String where = "vetoes." + veto.id();
        if (veto.fact() != null) {
            fact(where, veto.fact());
        }
        for (String prompt : veto.prompts()) {
            if (catalogue.surveys().values().stream().noneMatch(items -> items.containsKey(prompt))) {
                fault(where, Rule.UNKNOWN_PROMPT, prompt);
            }
        }
    }

    private void demand(String where, Source.DemandResponse demand) {
        fact(where, demand.fact());
        figure(where, demand.survey(), new Source.Term(demand.item(), "share", "", 1));
        if (demand.top() < 1) {
            fault(where, Rule.EMPTY_LIST, demand.top());
        }
    }

    private boolean survey(String where, String survey) {
        if (!catalogue.surveys().containsKey(survey)) {
            fault(where, Rule.UNKNOWN_SURVEY, survey);
            return false;
        }
        return true;
    }

    private void figure(String where, String survey, Source.Term term) {
        if (!survey(where, survey)) {
            return;
        }
        var items = catalogue.surveys().get(survey);
        var figures = items == null ? null : items.get(term.item());
        if (figures == null) {
            fault(where, Rule.UNKNOWN_ITEM, survey, term.item());
        } else if (!figures.has(term.statistic(), term.category())) {
            if (term.category().isEmpty()) {
                fault(where, Rule.UNKNOWN_FIGURE, term.statistic(), term.item());
            } else {
                fault(where, Rule.UNKNOWN_ANSWER, term.statistic(), term.item(), term.category());
            }
        }
    }

    private void fact(String where, String fact) {
        if (!catalogue.facts().contains(fact)) {
            fault(where, Rule.UNKNOWN_FACT, fact);
        }
    }

    private void fault(String where, Rule rule, Object... arguments) {
        faults.add(SchemeFault.of(where, rule, arguments));
    }
}
