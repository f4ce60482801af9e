package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.response.ResponseStore.Row;
import org.zhisheng.server.response.ResponseStore.Words;
import org.zhisheng.server.survey.Manifest;

/** Seals what is written to the tables of answers and opens what is read from them. Whoever writes holds the survey's row. */
@Singleton
final class SealedRows {
    private static final int SALT_BYTES = 32;
    private static final int ROWS_AT_ONCE = 500;

    private final ResponseStore store;
    private final Sealing sealing;
    private final CollectorKeys keys;
    private final Json json;
    private final SecureRandom random;

    SealedRows(ResponseStore store, Sealing sealing, CollectorKeys keys, Json json, SecureRandom random) {
        this.store = store;
        this.sealing = sealing;
        this.keys = keys;
        this.json = json;
        this.random = random;
    }

    /** Stages casts, in an order that is not theirs. */
    void stage(Manifest manifest, List<Cast> casts) {
        Sealer sealer = sealing.writing(manifest, Table.STAGED, Phase.STAGING);
        List<Row> rows = casts.stream()
                .map(cast -> new Row(Id.random(random), cast.stratum(), sealer.seal(json.write(cast.answers()))))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        store.stage(manifest.survey(), rows);
    }

    /** Hands out what is staged with its ids. */
    void forEachStaged(Manifest manifest, BiConsumer<Id, Response> reader) {
        forEachStaged(manifest, keys.live(manifest.survey(), Phase.STAGING), reader);
    }

    /**
     * Hands out what is staged with its ids, and destroys the staging keys that sealed none of it and will seal nothing
     * more. The survey's row is locked, so that what is staged is all that there is.
     */
    void sweepStaged(Manifest manifest, BiConsumer<Id, Response> reader) {
        List<CollectorKeys.Live> live = keys.live(manifest.survey(), Phase.STAGING);
        BitSet used = forEachStaged(manifest, live, reader);
        for (int key = 1; key < live.size(); key++) {
            if (!used.get(key)) {
                keys.destroy(manifest.survey(), live.get(key).file());
            }
        }
    }

    private BitSet forEachStaged(Manifest manifest, List<CollectorKeys.Live> live, BiConsumer<Id, Response> reader) {
        Sealer sealer = sealing.reading(manifest, Table.STAGED, live);
        BitSet used = new BitSet();
        store.forEachStaged(manifest.survey(), row -> {
            Sealer.Opened opened = sealer.openAny(row.sealed());
            used.set(opened.key());
            reader.accept(row.id(), new Response(row.stratum(), json.read(opened.plain(), AnswerSheet.class)));
        });
        return used;
    }

    /**
     * Makes a new staging key and seals these rows under it, in their places. The keys of before are destroyed by a later
     * sweep: until this transaction is committed, they are what opens the rows.
     */
    void renewStaging(Manifest manifest, Map<Id, Response> left) {
        keys.renew(manifest.survey(), Phase.STAGING);
        Sealer sealer = sealing.writing(manifest, Table.STAGED, Phase.STAGING);
        Map<Id, byte[]> sealed = new TreeMap<>();
        left.forEach((id, response) -> sealed.put(id, sealer.seal(json.write(response.answers()))));
        int resealed = store.reseal(manifest.survey(), sealed);
        if (resealed != left.size()) {
            throw new IllegalStateException("of " + left.size() + " staged rows " + resealed + " were sealed anew");
        }
    }

    /** Writes responses under new ids and salts, in the given order; texts are left out. */
    void insert(Manifest manifest, Phase phase, List<Response> responses) {
        Sealer sealer = sealing.writing(manifest, Table.RESPONSE, phase);
        Parts parts = new Parts(manifest);
        for (int from = 0; from < responses.size(); from += ROWS_AT_ONCE) {
            List<Response> some = responses.subList(from, Math.min(from + ROWS_AT_ONCE, responses.size()));
            store.insert(
                    manifest.survey(),
                    some.stream().map(r -> row(sealer, leaf(parts, r))).toList());
        }
    }

    /** Writes texts under new ids, in the given order. */
    void insertTexts(Manifest manifest, Phase phase, List<Said> texts) {
        Sealer sealer = sealing.writing(manifest, Table.TEXT, phase);
        List<Words> rows = texts.stream()
                .map(said -> new Words(
                        Id.random(random), said.item(), sealer.seal(said.words().getBytes(StandardCharsets.UTF_8))))
                .toList();
        store.insertWords(manifest.survey(), rows);
    }

    /** Hands out the responses of a phase, in the order of their random ids. */
    void forEach(Manifest manifest, Phase phase, Consumer<Leaf> reader) {
        Sealer sealer = sealing.reading(manifest, Table.RESPONSE, phase);
        store.forEach(manifest.survey(), row -> reader.accept(json.read(sealer.open(row.sealed()), Leaf.class)));
    }

    /** Hands out the texts of a phase, in the order of their random ids. */
    void forEachText(Manifest manifest, Phase phase, Consumer<Said> reader) {
        Sealer sealer = sealing.reading(manifest, Table.TEXT, phase);
        store.forEachWords(
                manifest.survey(),
                row -> reader.accept(
                        new Said(row.item(), new String(sealer.open(row.sealed()), StandardCharsets.UTF_8))));
    }

    /** Hands out the texts of a closed survey with their ids, in the order of these. */
    void forEachFinalText(Manifest manifest, Consumer<FreeText> reader) {
        Sealer sealer = sealing.reading(manifest, Table.TEXT, Phase.FINAL);
        store.forEachWords(
                manifest.survey(),
                row -> reader.accept(new FreeText(
                        row.id(), row.item(), new String(sealer.open(row.sealed()), StandardCharsets.UTF_8))));
    }

    private Row row(Sealer sealer, Leaf leaf) {
        return new Row(Id.random(random), leaf.stratum(), sealer.seal(json.write(leaf)));
    }

    private Leaf leaf(Parts parts, Response response) {
        return new Leaf(
                response.stratum(),
                parts.open(response.answers()),
                parts.restricted(response.answers()),
                salt(),
                salt());
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
