package org.zhisheng.server.questionnaire;

import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Fault;

/**
 * A sheet that was checked against the items.
 *
 * @param faults what is wrong, in the items' order, at most one an item; the other components tell something only where
 *     this is empty
 * @param kept what to store: answers to items that were put, items and options in the questionnaire's order (so that
 *     neither the phone's rotation nor the order of taps is recorded), texts stripped
 * @param coded what every item counts as, in order
 * @param asked codes of the items that were put to this respondent, in order
 * @param answered codes of those that were answered; "don't know" and "rather not say" are answers
 */
public record Checked(
        List<Fault> faults, AnswerSheet kept, Map<String, Coded> coded, List<String> asked, List<String> answered) {
    public Checked {
        faults = List.copyOf(faults);
        asked = List.copyOf(asked);
        answered = List.copyOf(answered);
    }

    /**
     * Whether this is a valid response: at least half of the items put to the respondent are answered.
     * {@link Item#STRATUM} is not counted: it asks for the frame's sake and only in one kind of poster.
     */
    public boolean isValidResponse() {
        long put = count(asked);
        return put > 0 && 2 * count(answered) >= put;
    }

    private static long count(List<String> items) {
        return items.stream().filter(item -> !item.equals(Item.STRATUM)).count();
    }
}
