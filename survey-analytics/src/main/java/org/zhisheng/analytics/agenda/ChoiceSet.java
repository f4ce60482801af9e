package org.zhisheng.analytics.agenda;

import java.util.List;

/**
 * One choice among alternatives.
 *
 * @param respondent who chose, a row of the sample from 0; the choices of one respondent depend on each other
 * @param alternatives what was offered, at least two
 * @param chosen position of the alternative taken
 */
public record ChoiceSet(int respondent, List<Attributes> alternatives, int chosen) {
    public ChoiceSet {
        alternatives = List.copyOf(alternatives);
        if (alternatives.size() < 2 || chosen < 0 || chosen >= alternatives.size()) {
            throw new IllegalArgumentException("respondent " + (respondent + 1) + " took alternative " + chosen + " of "
                    + alternatives.size() + ": a choice has two or more alternatives and takes one of them");
        }
    }
}
