package org.zhisheng.server.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.zhisheng.server.questionnaire.SharedDefinition.DemographicEntry;

/**
 * The items on who the respondent is. They are the likeliest way to recognise somebody, so few are asked, fewer in a
 * small unit, and none that the stratum already tells.
 */
final class Demographics {
    /** Most that are asked without somebody choosing otherwise. */
    static final int BY_DEFAULT = 2;

    /** Units with fewer covered workers ask only what is marked as fit for small units. */
    static final int SMALL_UNIT = 50;

    private final List<DemographicEntry> entries;
    private final SequencedMap<String, Item> items;
    private final Item stratum;

    Demographics(List<DemographicEntry> entries, SequencedMap<String, Item> items, Item stratum) {
        this.entries = List.copyOf(entries);
        this.items = items;
        this.stratum = stratum;
    }

    List<Item> all() {
        return List.copyOf(items.values());
    }

    /** The items with the given codes, in the given order. */
    List<Item> items(List<String> codes) {
        return codes.stream().distinct().map(this::item).toList();
    }

    /** Codes of what may be asked of a unit of this size whose frame has these dimensions. */
    List<String> allowed(int headcount, List<String> dimensions) {
        return entries.stream()
                .filter(entry -> entry.inSmallUnits() || headcount >= SMALL_UNIT)
                .filter(entry -> dimensions.stream().noneMatch(dimension -> holds(dimension, entry)))
                .map(DemographicEntry::code)
                .toList();
    }

    /** The item that asks for the stratum: the strata, then "rather not say". */
    Item stratum(Map<String, Option> strata) {
        List<Option> options = new ArrayList<>(strata.values());
        options.addAll(stratum.options());
        return new Item(
                stratum.code(),
                stratum.concept(),
                stratum.kind(),
                stratum.question(),
                stratum.hint(),
                options,
                1,
                null,
                List.of(),
                Audience.EVERYONE,
                false,
                stratum.feeds());
    }

    private Item item(String code) {
        Item item = items.get(code);
        if (item == null) {
            throw new IllegalArgumentException(
                    "no demographic has the code " + code + "; use one of " + items.keySet());
        }
        return item;
    }

    /** Chinese names are found anywhere in the dimension's name, English ones as a whole word ("age" is not in "wage"). */
    private static boolean holds(String dimension, DemographicEntry entry) {
        String name = dimension.toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(name.split("[^a-z]+", -1));
        return entry.dimensionNames().stream()
                .anyMatch(known -> known.charAt(0) < 0x80 ? words.contains(known) : name.contains(known));
    }
}
