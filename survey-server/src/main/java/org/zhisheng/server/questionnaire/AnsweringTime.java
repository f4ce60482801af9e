package org.zhisheng.server.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhisheng.server.kernel.Text;

/**
 * How long answering takes, by an estimate that can be checked by hand:
 *
 * <pre>
 * seconds = characters / 255 a minute · 60 + taps · 2
 * </pre>
 *
 * Characters are Han characters, letters and digits of the Chinese page without punctuation: every question and hint, and
 * every list of options once; a list seen before is recognised and costs only the tap. 255 characters a minute is what
 * adults read <em>aloud</em> in the International Reading Speed Texts (Trauzettel-Klosinski and Dietz 2012). A tap is 2 s
 * with the choice it takes; several and ranked items take three. Texts cost their reading and one tap to pass.
 */
public final class AnsweringTime {
    private static final double CHARACTERS_A_MINUTE = 255;
    private static final double SECONDS_A_TAP = 2;
    private static final int TAPS_FOR_SEVERAL = 3;
    private static final double SECONDS_A_MINUTE = 60;

    private AnsweringTime() {}

    /** Seconds for a worker who is asked every item. */
    public static double seconds(List<Item> items) {
        return reading(characters(items)) + taps(items) * SECONDS_A_TAP;
    }

    /** Whole minutes, at least one. */
    public static int minutes(List<Item> items) {
        return (int) Math.max(1, Math.ceil(seconds(items) / SECONDS_A_MINUTE));
    }

    /** Seconds for reading a text. */
    public static double seconds(Text text) {
        return reading(characters(text));
    }

    private static double reading(int characters) {
        return characters / CHARACTERS_A_MINUTE * SECONDS_A_MINUTE;
    }

    private static int characters(List<Item> items) {
        Set<List<Option>> seen = new HashSet<>();
        int characters = 0;
        for (Item item : items) {
            characters += characters(item.question()) + (item.hint() == null ? 0 : characters(item.hint()));
            if (seen.add(item.options())) {
                characters += item.options().stream()
                        .mapToInt(o -> characters(o.label()))
                        .sum();
            }
        }
        return characters;
    }

    private static int taps(List<Item> items) {
        return items.stream()
                .mapToInt(i -> i.kind() == ItemKind.SINGLE || i.kind() == ItemKind.TEXT ? 1 : TAPS_FOR_SEVERAL)
                .sum();
    }

    private static int characters(Text text) {
        return (int) text.zh().codePoints().filter(Character::isLetterOrDigit).count();
    }
}
