package org.zhisheng.server.questionnaire;

import io.micronaut.context.annotation.Context;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.Questionnaire.Heading;

/**
 * All questionnaires, read once at the start from the templates module; a file that is missing, does not fit or lacks a
 * text in either language stops the start with a sentence that names it.
 */
@Context
public final class Questionnaires {
    private final SequencedMap<String, SequencedMap<String, Questionnaire>> byId = new LinkedHashMap<>();

    Questionnaires(QuestionnaireStore store) {
        store.read("index.json", Index.class).questionnaires().forEach((id, versions) -> {
            SequencedMap<String, Questionnaire> read = new LinkedHashMap<>();
            versions.forEach(version -> read.put(version, read(store, id, version)));
            byId.put(id, read);
        });
    }

    /** The latest version of each, in the order of a bargaining round. */
    public List<Questionnaire> all() {
        return byId.values().stream()
                .map(versions -> versions.lastEntry().getValue())
                .toList();
    }

    /** The latest version of one; the problem {@code not-found} where there is none with the id. */
    public Questionnaire latest(String id) {
        return versions(id).lastEntry().getValue();
    }

    /** One version of one; the problem {@code not-found} where there is none. */
    public Questionnaire get(String id, String version) {
        Questionnaire found = versions(id).get(version);
        if (found == null) {
            throw ProblemException.of(Problem.NOT_FOUND);
        }
        return found;
    }

    /** All topics, in order, as the latest demand survey has them. */
    public List<Topic> topics() {
        return byId.firstEntry().getValue().lastEntry().getValue().topics();
    }

    private SequencedMap<String, Questionnaire> versions(String id) {
        SequencedMap<String, Questionnaire> versions = byId.get(id);
        if (versions == null) {
            throw ProblemException.of(Problem.NOT_FOUND);
        }
        return versions;
    }

    private static Questionnaire read(QuestionnaireStore store, String id, String version) {
        String folder = id + "/" + version;
        Definition definition = store.definition(folder, Definition.class);
        if (!definition.id().equals(id) || !definition.version().equals(version)) {
            throw new IllegalStateException(QuestionnaireStore.ROOT + folder
                    + "/definition.json: its id or version is not that of its folder; make them equal");
        }
        Wording wording = new Wording(folder, store.words(folder));
        SharedParts parts = SharedParts.read(store, definition.parts());
        Heading heading = new Heading(
                id, version, definition.prefix(), wording.title(), wording.purpose(), hash(store, folder, definition));
        return new Questionnaire(
                heading,
                definition.demographics(),
                new Assembly(folder, wording, parts).templates(definition),
                parts.topics(),
                parts.demographics());
    }

    private static String hash(QuestionnaireStore store, String folder, Definition definition) {
        List<String> folders = new ArrayList<>(List.of(folder));
        folders.add("topics/" + definition.parts().topics());
        folders.add("demographics/" + definition.parts().demographics());
        folders.add("scales/" + definition.parts().scales());
        return FileHash.of(store, folders);
    }

    /**
     * {@code index.json}: what there is.
     *
     * @param questionnaires versions, oldest first, by id
     */
    @Serdeable
    record Index(Map<String, List<String>> questionnaires) {}
}
