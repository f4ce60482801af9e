package org.zhisheng.analytics.agenda;

import org.zhisheng.analytics.estimation.Design;

/** Where the standard errors of a choice model come from. */
public sealed interface ChoiceErrors {
    /** How reports name it. */
    String convention();

    /** The inverse information: right when every choice is independent and weights are 1. */
    record Information() implements ChoiceErrors {
        @Override
        public String convention() {
            return "errors from the inverse information, choices taken as independent";
        }
    }

    /** The sandwich over respondents: the choices of one person may depend on each other, weights may differ. */
    record Respondents() implements ChoiceErrors {
        @Override
        public String convention() {
            return "sandwich errors over respondents, no small-sample factor";
        }
    }

    /**
     * Taylor linearisation under the survey's design, whose weights must have served the fit.
     *
     * @param design one row for each respondent
     */
    record UnderDesign(Design design) implements ChoiceErrors {
        @Override
        public String convention() {
            return "Taylor linearisation under the design";
        }
    }
}
