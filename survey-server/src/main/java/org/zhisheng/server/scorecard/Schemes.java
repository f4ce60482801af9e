package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.platform.Json;

/** The schemes: those that ship, and the forks of localities. Whoever calls asks {@code Access} first. */
@Singleton
final class Schemes {
    private final SchemeStore store;
    private final Json json;
    private final Clock clock;
    private final List<SchemeVersion> shipped;

    Schemes(SchemeStore store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.shipped = readShipped();
    }

    private static List<SchemeVersion> readShipped() {
        List<SchemeVersion> all = new ArrayList<>();
        SchemeJson.shipped("index.json")
                .get("schemes")
                .properties()
                .forEach(entry -> entry.getValue()
                        .forEach(version -> all.add(shipped(new SchemeId(entry.getKey(), version.asText())))));
        return all;
    }

    private static SchemeVersion shipped(SchemeId id) {
        String definition = SchemeJson.shippedText(id + "/definition.json");
        return new SchemeVersion(
                null,
                SchemeFile.of(SchemeJson.stored(definition)),
                definition,
                new SchemeNames(SchemeJson.shipped(id + "/zh-CN.json"), SchemeJson.shipped(id + "/en.json")),
                List.of(),
                "",
                SchemeJson.sha256(definition),
                null,
                null);
    }

    /** All versions: those that ship first, then forks by name and version. */
    List<SchemeVersion> all() {
        List<SchemeVersion> all = new ArrayList<>(shipped);
        store.all().stream().map(this::version).forEach(all::add);
        return all;
    }

    /** The version of an id; {@code not-found} where there is none. */
    SchemeVersion get(SchemeId id) {
        return find(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    private Optional<SchemeVersion> find(SchemeId id) {
        return shipped.stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .or(() -> store.find(id.id(), id.version()).map(this::version));
    }

    private SchemeVersion version(SchemeStore.Row row) {
        return new SchemeVersion(
                Id.of(row.owner()),
                SchemeFile.of(SchemeJson.stored(row.definition())),
                row.definition(),
                new SchemeNames(SchemeJson.stored(row.wordsZh()), SchemeJson.stored(row.wordsEn())),
                List.of(json.read(row.judgements().getBytes(StandardCharsets.UTF_8), Judgement[].class)),
                row.savedBy(),
                row.fingerprint(),
                row.adoptedBy(),
                row.adoptedAt());
    }

    /**
     * Copies a version to a draft of an organization.
     *
     * @throws ProblemException {@code invalid-input} where name or version are not of the right form or are taken
     */
    SchemeVersion fork(SchemeId parent, SchemeId id, Id owner, Text title, String by) {
        SchemeVersion from = get(parent);
        require(id, owner, title);
        ObjectNode definition = (ObjectNode) SchemeJson.stored(from.definition());
        definition.put("id", id.id()).put("version", id.version()).put("parent", parent.toString());
        store.add(
                id.id(),
                id.version(),
                owner,
                SchemeJson.write(definition),
                titled(from.names().zh(), title.zh()),
                titled(from.names().en(), title.en()),
                by,
                now());
        return get(id);
    }

    private void require(SchemeId id, Id owner, Text title) {
        if (!id.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || id.id().length() > 64) {
            throw ProblemException.invalid(Fault.of("id", "scorecard.scheme.id"));
        }
        if (!id.version().matches("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}")) {
            throw ProblemException.invalid(Fault.of("version", "scorecard.scheme.version"));
        }
        if (title.zh().isBlank() || title.en().isBlank()) {
            throw ProblemException.invalid(Fault.of("title", "scorecard.scheme.title-missing"));
        }
        boolean ofOthers = all().stream().anyMatch(v -> v.id().id().equals(id.id()) && !owner.equals(v.owner()));
        if (ofOthers || find(id).isPresent()) {
            throw ProblemException.invalid(Fault.of("id", "scorecard.scheme.taken"));
        }
    }

    private static String titled(JsonNode words, String title) {
        return SchemeJson.write(((ObjectNode) words.deepCopy()).put("title", title));
    }

    /**
     * Saves a draft whose definition was checked.
     *
     * @throws ProblemException {@code invalid-input} with every fault of the scheme
     */
    void save(SchemeVersion draft, JsonNode definition, Text title, List<Judgement> judgements, String by) {
        List<Fault> faults = SchemeFaults.of(draft.id(), definition);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        int saved = store.save(
                draft.id().id(),
                draft.id().version(),
                SchemeJson.write(definition),
                titled(draft.names().zh(), title.zh()),
                titled(draft.names().en(), title.en()),
                new String(json.write(judgements), StandardCharsets.UTF_8),
                by,
                now());
        if (saved != 1) {
            throw ProblemException.of(Problem.SCHEME_FROZEN);
        }
    }

    /** Freezes a draft for good; scorecards may use it from then on. */
    void adopt(SchemeId id, String by) {
        SchemeVersion draft = get(id);
        List<Fault> faults = SchemeFaults.of(id, SchemeJson.stored(draft.definition()));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        if (store.adopt(id.id(), id.version(), SchemeJson.sha256(draft.definition()), by, now()) != 1) {
            throw ProblemException.of(Problem.SCHEME_FROZEN);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
