package org.zhisheng.server.bulletin;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.response.Leaf;

/**
 * The leaves of the tree: two for every response, one of what may be tabulated and one of its restricted answers, without
 * stratum and with a salt of its own, so that opening the first leaves the second shut. Both are there for everybody,
 * whatever was answered, so that the number of leaves says nothing.
 */
@Singleton
final class Leaves {
    /** Leaves of a response. */
    static final int OF_A_RESPONSE = 2;

    private final Json json;

    Leaves(Json json) {
        this.json = json;
    }

    /**
     * What a leaf stands for: its JSON, with nulls left out and items in the order of their codes, is the content that is
     * hashed.
     *
     * @param kind {@code open} or {@code restricted}
     * @param stratum code of the stratum; null in a restricted leaf, and where the worker would rather not say
     * @param answers chosen options by item
     */
    @Serdeable
    record Content(String kind, @Nullable String stratum, SortedMap<String, List<String>> answers) {}

    /** The hashes of a response's leaves. */
    List<byte[]> of(Leaf response) {
        return List.of(
                hash(response.openSalt(), new Content("open", response.stratum(), sorted(response.open()))),
                hash(response.restrictedSalt(), new Content("restricted", null, sorted(response.restricted()))));
    }

    private byte[] hash(String salt, Content content) {
        return MerkleTree.leaf(HexFormat.of().parseHex(salt), json.write(content));
    }

    private static SortedMap<String, List<String>> sorted(AnswerSheet sheet) {
        return new TreeMap<>(sheet.answers());
    }
}
