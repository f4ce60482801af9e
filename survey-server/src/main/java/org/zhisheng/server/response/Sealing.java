package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.SecretKey;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.Manifest;

/** Finds the sealer of a survey's table in a phase. */
@Singleton
final class Sealing {
    /** What a leaf has beyond a cast: two salts and the words around them. */
    private static final int SALTS = 256;

    private final CollectorKeys keys;
    private final SecureRandom random;

    Sealing(CollectorKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** A sealer for writing, whose key is made where there is none; the survey's row must be locked. */
    Sealer writing(Manifest manifest, Table table, Phase phase) {
        return sealer(manifest, table, List.of(keys.getOrCreate(manifest.survey(), phase)));
    }

    /** A sealer for opening. Where there is no key it can open nothing, but a survey without rows needs none. */
    Sealer reading(Manifest manifest, Table table, Phase phase) {
        return reading(manifest, table, keys.live(manifest.survey(), phase));
    }

    /** A sealer for opening by these keys. */
    Sealer reading(Manifest manifest, Table table, List<CollectorKeys.Live> live) {
        return sealer(
                manifest, table, live.stream().map(CollectorKeys.Live::key).toList());
    }

    private Sealer sealer(Manifest manifest, Table table, List<SecretKey> with) {
        int longest = table == Table.TEXT ? longestText(manifest) : CastLength.of(manifest) + SALTS;
        return new Sealer(with, manifest.survey(), table.tableName(), longest, random);
    }

    private static int longestText(Manifest manifest) {
        return manifest.items().stream()
                .filter(item -> item.kind() == ItemKind.TEXT)
                .mapToInt(Item::max)
                .map(characters -> characters * CastLength.BYTES_A_CHARACTER)
                .max()
                .orElse(0);
    }
}
