package org.zhisheng.server.questionnaire;

import java.util.List;

/** What one item of one respondent counts as. */
public sealed interface Coded {
    /**
     * Substantive options, in the item's order, of a ranking in the respondent's. An item that was not asked may count as
     * an option too, see {@link Condition#otherwise()}.
     *
     * @param options their codes; never empty
     */
    record Chosen(List<String> options) implements Coded {
        public Chosen {
            options = List.copyOf(options);
        }
    }

    /**
     * A few words.
     *
     * @param text what was written, stripped, with {@code \n} for line breaks; never empty
     */
    record Said(String text) implements Coded {}

    /** No substantive answer, and why. The codes are never mixed: a base is defined by which of them it leaves out. */
    enum Gap implements Coded {
        /** Put to the respondent and left blank. */
        BLANK,
        /** Answered with "don't know", "not sure" or "does not apply". */
        DONT_KNOW,
        /** Answered with "rather not say". */
        REFUSED,
        /** Not put to this respondent: a condition did not hold. */
        NOT_ASKED
    }
}
