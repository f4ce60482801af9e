package org.zhisheng.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Both languages say the same things, and every key that a page or a class names is said. */
final class MessagesTest {
    private static final Path TEMPLATES = Path.of("../templates");
    private static final List<String> BUNDLES = Messages.BUNDLES;

    /** A whole key in double quotes; one that goes on with {@code +} is put together and cannot be read here. */
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("\"((?:" + String.join("|", BUNDLES) + ")(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)\"(?!\\s*\\+)");

    private static final Pattern KEY_IN_PAGE = Pattern.compile("\\bt \"([^\"]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void bothLanguagesHaveTheSameKeysEachOfItsBundle(String bundle) {
        Properties chinese = load("zh-CN", bundle);
        Properties english = load("en", bundle);
        assertEquals(new TreeSet<>(chinese.stringPropertyNames()), new TreeSet<>(english.stringPropertyNames()));
        assertEquals(
                List.of(),
                chinese.stringPropertyNames().stream()
                        .filter(key -> !key.startsWith(bundle + "."))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void bothLanguagesFillInTheSameArguments(String bundle) {
        Properties chinese = load("zh-CN", bundle);
        Properties english = load("en", bundle);
        List<String> different = chinese.stringPropertyNames().stream()
                .filter(key -> !placeholders(chinese, key).equals(placeholders(english, key)))
                .toList();
        assertEquals(List.of(), different);
    }

    @Test
    void everyKeyOfAPageIsSaid() {
        assertEquals(Set.of(), unsaid(TEMPLATES, ".hbs", KEY_IN_PAGE));
    }

    @Test
    void everyKeyOfAClassIsSaid() {
        assertEquals(Set.of(), unsaid(Path.of("src/main/java"), ".java", KEY_IN_CODE));
    }

    private static Set<String> unsaid(Path folder, String ending, Pattern key) {
        Set<String> said = BUNDLES.stream()
                .flatMap(bundle -> load("zh-CN", bundle).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        Set<String> named = named(folder, ending, key);
        assertEquals(false, named.isEmpty(), "keys are found at all");
        named.removeAll(said);
        return named;
    }

    private static Set<String> named(Path folder, String ending, Pattern key) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("target"))
                    .flatMap(file -> key.matcher(read(file)).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> placeholders(Properties words, String key) {
        return PLACEHOLDER
                .matcher(words.getProperty(key, ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String language, String bundle) {
        Properties words = new Properties();
        Path file = TEMPLATES.resolve("messages").resolve(language).resolve(bundle + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
