package org.zhisheng.analytics.score;

import java.util.List;
import java.util.Set;

/** Where a value comes from, and the formula that makes it. */
public sealed interface Source {
    /**
     * A sum of released figures of one survey, such as the mean of four item means (a quarter of each).
     *
     * @param survey id of the questionnaire
     */
    record FigureSum(String survey, List<Term> terms) implements Source {
        public FigureSum {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A figure and its factor.
     *
     * @param category the option's code for a share, else empty
     * @param times the factor, for example 100 to turn a share into percent
     */
    record Term(String item, String statistic, String category, double times) {}

    /** Valid responses over covered workers, in percent. */
    record Participation(String survey) implements Source {}

    /** 100 · Σ numerator / Σ denominator of entered amounts; inapplicable where the denominator is 0. */
    record Ratio(List<Part> numerator, List<Part> denominator) implements Source {
        public Ratio {
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
        }
    }

    /** An entered amount and its factor. */
    record Part(String fact, double times) {}

    /** 100 · yes / (yes + no) over entered answers; inapplicable where all are "not applicable". */
    record Checklist(List<String> facts) implements Source {
        public Checklist {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The part of the workers' first demands that has a clause: 100 · Σ share of those with a clause / Σ share, over the
     * topics with the largest shares. Ties at the last place all enter.
     *
     * @param item the ballot item whose {@code share} figures rank the topics
     * @param top how many places
     * @param excluded topics that never enter, such as "other"
     * @param fact the entered set of topics that have a clause
     */
    record DemandResponse(String survey, String item, int top, Set<String> excluded, String fact) implements Source {
        public DemandResponse {
            excluded = Set.copyOf(excluded);
        }
    }

    /** An entered amount as it is. */
    record Amount(String fact) implements Source {}

    /** A value that stands in a table of indicators already. */
    record Given() implements Source {}
}
