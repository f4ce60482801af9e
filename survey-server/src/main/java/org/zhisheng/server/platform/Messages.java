package org.zhisheng.server.platform;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.zhisheng.server.kernel.Language;

/**
 * The interface's words in both languages, one file a feature and language in the templates module. A key names its
 * feature first: {@code account.sign-in.title}. {@code {0}}, {@code {1}} … are replaced by arguments; quotes need no
 * doubling.
 */
@Singleton
public final class Messages {
    /** The features that have a file of words; each key of a file starts with its name. */
    public static final List<String> BUNDLES = List.of(
            "platform",
            "startup",
            "problem",
            "account",
            "organization",
            "questionnaire",
            "round",
            "survey",
            "ticket",
            "poster",
            "response",
            "result",
            "comment",
            "report",
            "bulletin",
            "retention",
            "scorecard");

    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    /** Reads the files; also before there is an application context, for what goes wrong while it starts. */
    public Messages() {
        for (Language language : Language.values()) {
            Properties all = new Properties();
            BUNDLES.forEach(bundle -> load(language, bundle, all));
            words.put(language, all);
        }
    }

    /** The words of a key with its arguments filled in; the key itself, in brackets, where no file has it. */
    public String say(Language language, String key, List<?> arguments) {
        String pattern = words.getOrDefault(language, new Properties()).getProperty(key);
        if (pattern == null) {
            return "[" + key + "]";
        }
        String said = pattern;
        for (int i = 0; i < arguments.size(); i++) {
            said = said.replace("{" + i + "}", String.valueOf(arguments.get(i)));
        }
        return said;
    }

    /** The words of a key without arguments. */
    public String say(Language language, String key) {
        return say(language, key, List.of());
    }

    private static void load(Language language, String bundle, Properties into) {
        String path = "/" + Views.FOLDER + "/messages/" + language.tag() + "/" + bundle + ".properties";
        try (InputStream file = Messages.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the messages " + path + " are missing from the templates module");
            }
            into.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the messages " + path + " cannot be read", e);
        }
    }
}
