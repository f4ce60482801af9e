package org.zhisheng.server.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.questionnaire.Coded.Gap;

/**
 * Checks answers against the items that were put, and codes them. An answer to an item whose conditions do not hold is
 * dropped and never stored: without script a page shows all items, and a respondent may change an earlier answer.
 */
public final class AnswerCheck {
    private final SequencedMap<String, Item> items = new LinkedHashMap<>();

    /** A check against these items, in the order in which they are put. */
    public AnswerCheck(List<Item> items) {
        items.forEach(item -> this.items.put(item.code(), item));
    }

    /** Checks and codes a sheet: one that was just filled in, or one that was stored. */
    public Checked check(AnswerSheet sheet) {
        Pass pass = new Pass(sheet);
        for (Item item : items.values()) {
            pass.take(item);
        }
        sheet.answers().keySet().stream()
                .filter(code -> !items.containsKey(code))
                .findFirst()
                .ifPresent(code -> pass.faults.add(Fault.of(code, "questionnaire.fault.unknown-item")));
        return new Checked(pass.faults, new AnswerSheet(pass.kept), pass.coded, pass.asked, pass.answered);
    }

    /** One walk through the items; later items see what is kept of earlier ones. */
    private static final class Pass {
        private final AnswerSheet sheet;
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, List<String>> kept = new LinkedHashMap<>();
        private final Map<String, Coded> coded = new LinkedHashMap<>();
        private final List<String> asked = new ArrayList<>();
        private final List<String> answered = new ArrayList<>();

        Pass(AnswerSheet sheet) {
            this.sheet = sheet;
        }

        void take(Item item) {
            Optional<Condition> failing = item.askWhen().stream()
                    .filter(condition -> !condition.holds(kept(condition.item())))
                    .findFirst();
            if (failing.isPresent()) {
                String otherwise = failing.get().otherwise();
                coded.put(item.code(), otherwise == null ? Gap.NOT_ASKED : new Coded.Chosen(List.of(otherwise)));
            } else if (item.optionsFrom() != null && kept(item.optionsFrom()).isEmpty()) {
                coded.put(item.code(), Gap.NOT_ASKED);
            } else {
                asked.add(item.code());
                answer(item);
            }
        }

        private void answer(Item item) {
            List<String> entries = EntryRules.normalised(item, sheet.of(item.code()));
            List<String> offered = item.optionsFrom() == null ? null : kept(item.optionsFrom());
            Optional<Fault> fault = EntryRules.fault(item, entries, offered);
            if (fault.isPresent()) {
                faults.add(fault.get());
            } else if (!entries.isEmpty()) {
                kept.put(item.code(), entries);
                answered.add(item.code());
            }
            coded.put(item.code(), EntryRules.coded(item, kept(item.code())));
        }

        private List<String> kept(String item) {
            return kept.getOrDefault(item, List.of());
        }
    }
}
