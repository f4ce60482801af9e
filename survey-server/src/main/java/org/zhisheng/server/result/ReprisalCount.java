package org.zhisheng.server.result;

import java.util.List;
import java.util.Map;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Coded;
import org.zhisheng.server.questionnaire.Coded.Gap;
import org.zhisheng.server.questionnaire.Item;

/**
 * Counts who knows of a reprisal, while a survey is being closed, to one bit: raised by three who say so among ten who
 * answer the item, "not sure" included. The count itself goes nowhere.
 */
final class ReprisalCount {
    private static final String YES = "YES";
    private static final int FEWEST_YES = 3;
    private static final int FEWEST_ANSWERS = 10;

    private final List<String> items;
    private int yes;
    private int answers;

    ReprisalCount(List<Item> items) {
        this.items = items.stream()
                .filter(item -> item.audience() == Audience.HIGHER_UNION_ALERT)
                .map(Item::code)
                .toList();
    }

    /** Takes one valid response. */
    void add(Map<String, Coded> coded) {
        for (String item : items) {
            switch (coded.get(item)) {
                case Coded.Chosen chosen -> {
                    answers++;
                    yes += chosen.options().contains(YES) ? 1 : 0;
                }
                case Gap.DONT_KNOW -> answers++;
                case null, default -> {}
            }
        }
    }

    /** The one bit. */
    boolean isRaised() {
        return yes >= FEWEST_YES && answers >= FEWEST_ANSWERS;
    }
}
