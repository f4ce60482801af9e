package org.zhisheng.server.response;

import java.util.List;
import java.util.stream.Stream;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Manifest;

/**
 * How long a cast of a survey is: as long as the longest possible one, so that whoever sees the wire learns nothing from
 * its size. It follows from the manifest alone, and every phone pads to it.
 */
public final class CastLength {
    private static final int STEP = 512;

    /** A character takes at most four bytes of UTF-8; what JSON escapes of what is let pass takes two. */
    static final int BYTES_A_CHARACTER = 4;

    /** {@code {"survey":"…","key":"…","message":"…","signature":"","answers":{},"padding":""}} with a code of 7 characters. */
    private static final int FRAME = 256;

    /** {@code "stratum":"001",} or the item in its place, whichever the poster has. */
    private static final int STRATUM = 64;

    private CastLength() {}

    /** Length of the body of every cast of a survey, in bytes of UTF-8; a multiple of 512. */
    public static int of(Manifest manifest) {
        Admission admission = manifest.admission();
        int fixed = FRAME + (admission == null ? STRATUM : signature(admission));
        return (fixed + answers(manifest.items()) + STEP - 1) / STEP * STEP;
    }

    /** Most bytes of the answers to the items, as JSON. */
    static int answers(List<Item> items) {
        return items.stream()
                .filter(item -> !item.code().equals(Item.STRATUM))
                .mapToInt(item -> quoted(item.code()) + 3 + entries(item))
                .sum();
    }

    /** Hexadecimal digits of a signature: less than the key in Base64, of which the modulus is nearly all, times two. */
    private static int signature(Admission admission) {
        return admission.keys().stream()
                .mapToInt(key -> 2 * key.publicKey().length())
                .max()
                .orElse(0);
    }

    private static int entries(Item item) {
        if (item.kind() == ItemKind.TEXT) {
            return BYTES_A_CHARACTER * item.max() + 2;
        }
        Stream<Integer> longestFirst = item.options().stream()
                .map(Option::code)
                .map(code -> quoted(code) + 1)
                .sorted((a, b) -> b - a);
        return longestFirst
                .limit(item.kind() == ItemKind.SINGLE ? 1 : item.max())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static int quoted(String code) {
        return code.length() + 2;
    }
}
