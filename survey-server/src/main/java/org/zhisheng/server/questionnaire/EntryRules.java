package org.zhisheng.server.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.questionnaire.Coded.Gap;

/** What the entries for one item may be, and what they count as. */
final class EntryRules {
    private EntryRules() {}

    /** Several choices in the item's order, so that the order of taps is lost; texts stripped, with plain line breaks. */
    static List<String> normalised(Item item, List<String> entries) {
        return switch (item.kind()) {
            case SINGLE, RANKED -> entries;
            case MULTIPLE -> inOrder(item, entries);
            case TEXT ->
                entries.stream()
                        .map(text -> text.strip().replace("\r\n", "\n").replace('\r', '\n'))
                        .toList();
        };
    }

    /**
     * What is wrong with the entries, if anything.
     *
     * @param offered the only options on offer, or null where all are
     */
    static Optional<Fault> fault(Item item, List<String> entries, @Nullable List<String> offered) {
        return item.kind() == ItemKind.TEXT ? textFault(item, entries) : choiceFault(item, entries, offered);
    }

    static Coded coded(Item item, List<String> entries) {
        if (entries.isEmpty()) {
            return Gap.BLANK;
        }
        if (item.kind() == ItemKind.TEXT) {
            return new Coded.Said(entries.getFirst());
        }
        Option first = Objects.requireNonNull(item.option(entries.getFirst()));
        return switch (first.missing()) {
            case null -> new Coded.Chosen(entries);
            case DONT_KNOW -> Gap.DONT_KNOW;
            case REFUSED -> Gap.REFUSED;
        };
    }

    private static Optional<Fault> choiceFault(Item item, List<String> entries, @Nullable List<String> offered) {
        if (entries.stream().anyMatch(entry -> item.option(entry) == null)) {
            return fault(item, "unknown-option");
        }
        if (new HashSet<>(entries).size() < entries.size()) {
            return fault(item, "twice");
        }
        if (offered != null && !offered.containsAll(entries)) {
            return fault(item, "not-picked");
        }
        if (entries.size() > 1 && entries.stream().anyMatch(entry -> standsAlone(item, entry))) {
            return fault(item, item.kind() == ItemKind.SINGLE ? "one-only" : "exclusive");
        }
        if (entries.size() > item.max()) {
            return item.kind() == ItemKind.SINGLE ? fault(item, "one-only") : fault(item, "too-many", item.max());
        }
        return Optional.empty();
    }

    private static Optional<Fault> textFault(Item item, List<String> entries) {
        if (entries.size() > 1) {
            return fault(item, "one-text");
        }
        for (String text : entries) {
            int length = text.codePointCount(0, text.length());
            if (length > item.max()) {
                return fault(item, "too-long", item.max(), length);
            }
            if (text.codePoints().anyMatch(EntryRules::isUnprintable)) {
                return fault(item, "unprintable");
            }
        }
        return Optional.empty();
    }

    /** Controls other than line break and tab, halves of surrogate pairs, and what overrides the writing direction. */
    private static boolean isUnprintable(int point) {
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        boolean direction = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return control || direction || Character.getType(point) == Character.SURROGATE;
    }

    private static boolean standsAlone(Item item, String entry) {
        Option option = Objects.requireNonNull(item.option(entry));
        return option.exclusive() || option.missing() != null;
    }

    private static List<String> inOrder(Item item, List<String> entries) {
        List<String> order = item.options().stream().map(Option::code).toList();
        List<String> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)));
        return sorted;
    }

    private static Optional<Fault> fault(Item item, String what, Object... arguments) {
        return Optional.of(Fault.of(item.code(), "questionnaire.fault." + what, arguments));
    }
}
