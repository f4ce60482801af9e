package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file against the JSON Schema that it names, and that the schemas refuse what is wrong. */
class QuestionnaireSchemaTest {
    /** An address without meaning, so that schemas can refer to each other. */
    private static final String BASE = "https://schema.example/";

    private static final Pattern NAMED = Pattern.compile("\"\\$schema\": \"(?:\\.\\./)+schema/([a-z0-9-]+\\.json)\"");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    iri -> iri.startsWith(BASE) ? read("zhisheng/schema/" + iri.substring(BASE.length())) : null));

    static Stream<String> files() throws IOException {
        Map<String, List<String>> index = ObjectMapper.getDefault()
                .readValue(read(QuestionnaireStore.ROOT + "index.json"), Questionnaires.Index.class)
                .questionnaires();
        assertEquals(Loaded.IDS, List.copyOf(index.keySet()));
        Stream<String> folders = Stream.concat(
                index.entrySet().stream().flatMap(e -> e.getValue().stream().map(v -> e.getKey() + "/" + v)),
                Stream.of("topics/1.0.0", "demographics/1.0.0", "scales/1.0.0"));
        return Stream.concat(
                Stream.of("index.json"),
                folders.flatMap(f -> Stream.of("definition", "zh-CN", "en").map(n -> f + "/" + n + ".json")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileFitsItsSchema(String file) {
        String text = read(QuestionnaireStore.ROOT + file);
        assertEquals(List.of(), faults(schemaOf(text), text));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "post-evaluation/1.0.0/definition.json, `\"kind\": \"TEXT\"`, `\"kind\": \"ESSAY\"`",
                "post-evaluation/1.0.0/definition.json, `\"limit\": {\"core\": 6, \"full\": 21},`, ``",
                "post-evaluation/1.0.0/definition.json, `\"noneOf\": [\"NO\"]`, `\"nonOf\": [\"NO\"]`",
                "post-evaluation/1.0.0/definition.json, `\"max\": 200,`, ``",
                "pre-demand/1.0.0/definition.json, `\"optionsFrom\": \"PRE-T1\",`, ``",
                "pre-demand/1.0.0/definition.json, `\"PRE-W3\"`, `\"WAGE-3\"`",
                "pre-demand/1.0.0/en.json, `\"hint\"`, `\"tip\"`",
                "scales/1.0.0/definition.json, `\"points\": 80`, `\"points\": 75`",
                "demographics/1.0.0/definition.json, `\"REFUSED\"}`, `\"SILENT\"}`",
                "topics/1.0.0/definition.json, `\"T21\"`, `\"T210\"`",
                "index.json, `\"1.0.0\"`, `\"1.0\"`",
            })
    void schemaRefusesWhatIsWrong(String file, String right, String wrong) {
        String text = read(QuestionnaireStore.ROOT + file);
        String spoilt = text.replace(right, wrong);
        assertFalse(spoilt.equals(text), () -> "the file no longer holds " + right);
        assertFalse(faults(schemaOf(text), spoilt).isEmpty());
    }

    private static List<String> faults(String schema, String text) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + schema)).validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String schemaOf(String text) {
        Matcher matcher = NAMED.matcher(text);
        assertEquals(true, matcher.find(), "the file names no schema");
        return matcher.group(1);
    }

    private static String read(String path) {
        try (InputStream in = QuestionnaireSchemaTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
