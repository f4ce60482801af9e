package org.zhisheng.analytics.agenda;

/** Where the standard errors of a choice model come from. */
public enum ChoiceErrors {
    /** The inverse information: right when every choice is independent and weights are 1. */
    INFORMATION("errors from the inverse information, choices taken as independent"),
    /** The sandwich over respondents: the choices of one person may depend on each other, weights may differ. */
    RESPONDENTS("sandwich errors over respondents, no small-sample factor");

    private final String convention;

    ChoiceErrors(String convention) {
        this.convention = convention;
    }

    String convention() {
        return convention;
    }
}
