package org.zhisheng.server.questionnaire;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.zhisheng.server.kernel.Language;

/** Reads the questionnaires' files from the class path. A file that is missing or no JSON stops the start. */
@Singleton
final class QuestionnaireStore {
    /** Folder of the questionnaires in the templates module. */
    static final String ROOT = "zhisheng/questionnaires/";

    private final JsonMapper json;
    private final ClassLoader files;

    @Inject
    QuestionnaireStore(JsonMapper json) {
        this(json, QuestionnaireStore.class.getClassLoader());
    }

    QuestionnaireStore(JsonMapper json, ClassLoader files) {
        this.json = json;
        this.files = files;
    }

    /** Reads {@code <folder>/definition.json} as the given record. */
    <T> T definition(String folder, Class<T> type) {
        return read(folder + "/definition.json", type);
    }

    /** Reads {@code <folder>/<language>.json} for every language. */
    Map<Language, Words> words(String folder) {
        Map<Language, Words> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, read(folder + "/" + language.tag() + ".json", Words.class));
        }
        return words;
    }

    /** Reads one file, named from the folder of the questionnaires. */
    <T> T read(String file, Class<T> type) {
        try {
            T value = json.readValue(bytes(file), type);
            if (value == null) {
                throw new IllegalStateException(ROOT + file + ": the file is empty; write what its schema demands");
            }
            return value;
        } catch (IOException e) {
            throw new IllegalStateException(ROOT + file + ": " + e.getMessage() + "; mend the file", e);
        }
    }

    /** The bytes of one file, named from the folder of the questionnaires. */
    byte[] bytes(String file) {
        try (InputStream in = files.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException(ROOT + file + ": the file is missing; add it to the templates module");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(ROOT + file + ": the file cannot be read: " + e.getMessage(), e);
        }
    }
}
