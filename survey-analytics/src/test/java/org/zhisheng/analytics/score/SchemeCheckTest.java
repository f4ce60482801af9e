package org.zhisheng.analytics.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.SchemeFault.Rule;

/** The published scheme is sound; every fault is found and named. */
final class SchemeCheckTest {
    private static final Path TEMPLATES = Path.of("../templates");
    private static final Path PUBLISHED = TEMPLATES.resolve("schemes/cb-qei/1.0.0");
    private static final Scheme SCHEME = SchemeFile.published(new SchemeId("cb-qei", "1.0.0"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "scheme-1.json, schemes/cb-qei/1.0.0/definition.json",
        "scheme-words-1.json, schemes/cb-qei/1.0.0/zh-CN.json",
        "scheme-words-1.json, schemes/cb-qei/1.0.0/en.json",
        "facts-1.json, schemes/facts.json"
    })
    void publishedFilesFollowTheirSchemaByAnIndependentValidator(String schema, String file) throws IOException {
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(TEMPLATES.resolve("schema").resolve(schema)));
        assertEquals(List.of(), validator.validate(Files.readString(TEMPLATES.resolve(file)), InputFormat.JSON));
    }

    @Test
    void thePublishedSchemeIsSoundDownToItsSources() {
        SchemeFile.check(SCHEME, "cb-qei");
        assertEquals(15, SCHEME.indicators().size());
        assertEquals(
                100, SCHEME.indicators().stream().mapToDouble(Indicator::weight).sum());
    }

    @Test
    void bothLanguagesNameEverything() throws IOException {
        JsonNode definition = JSON.readTree(PUBLISHED.resolve("definition.json").toFile());
        for (String language : List.of("zh-CN", "en")) {
            JsonNode words = JSON.readTree(PUBLISHED.resolve(language + ".json").toFile());
            for (String part : List.of("dimensions", "indicators", "measures", "bands", "caps", "vetoes")) {
                Set<String> ids = new TreeSet<>();
                definition.get(part).forEach(e -> ids.add(e.get("id").asText()));
                Set<String> named = new TreeSet<>();
                words.get(part).fieldNames().forEachRemaining(named::add);
                assertEquals(ids, named, language + " " + part);
            }
        }
    }

    private static Set<Rule> rules(Scheme scheme) {
        return SchemeCheck.structure(scheme).stream().map(SchemeFault::rule).collect(Collectors.toSet());
    }

    @Test
    void weightsMustAddUp() {
        Scheme heavier = SchemeVariants.withIndicators(SCHEME, list -> {
            Indicator i = list.getFirst();
            list.set(0, new Indicator(i.id(), i.dimension(), 7, i.levels(), i.range(), i.normalisation(), i.sources()));
            return list;
        });
        List<SchemeFault> faults = SchemeCheck.structure(heavier);
        assertEquals(
                "dimensions.D1: weighs 10, but its indicators add up to 11",
                faults.getFirst().toString());
        var refused = assertThrows(IllegalArgumentException.class, () -> Scorer.of(heavier));
        assertTrue(refused.getMessage().contains("add up to 11"));
        assertEquals(
                Set.of(Rule.WEIGHTS_NOT_100, Rule.EMPTY_DIMENSION),
                rules(SchemeVariants.withDimensions(SCHEME, plus(SCHEME.dimensions(), new Dimension("D6", 5)))));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new java.util.ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    @Test
    void bandsCapsAndNamesMustMakeSense() {
        assertEquals(
                Set.of(Rule.UNKNOWN_BAND, Rule.LAST_BAND_NOT_0),
                rules(SchemeVariants.withBands(
                        SCHEME, List.of(new Band("good", 80, null), new Band("qualified", 60, null)))));
        assertTrue(rules(SchemeVariants.withCaps(SCHEME, List.of(new Cap("c", "I99", 60, "qualified"))))
                .containsAll(Set.of(Rule.UNKNOWN_QUANTITY, Rule.MEASURE_UNUSED)));
        assertTrue(rules(SchemeVariants.withCaps(SCHEME, plus(SCHEME.caps(), new Cap("c", "I11", 20, "qualified"))))
                .contains(Rule.CAP_UNREACHABLE));
        assertTrue(rules(SchemeVariants.withIndicators(SCHEME, list -> plus(list, list.getFirst())))
                .contains(Rule.DUPLICATE_ID));
        Scheme elsewhere = SchemeVariants.withIndicators(SCHEME, list -> {
            Indicator i = list.get(3);
            list.set(3, new Indicator(i.id(), "D9", 12, Set.of(), i.range(), i.normalisation(), List.of()));
            return list;
        });
        assertTrue(rules(elsewhere).containsAll(Set.of(Rule.UNKNOWN_DIMENSION, Rule.NO_LEVEL, Rule.NO_SOURCE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST-A1|POST-A9|questionnaire post-evaluation has no item 'POST-A9'",
                "\"statistic\": \"aware\"|\"statistic\": \"satisfied\"|a release has no figure 'satisfied' of POST-A1",
                "\"UNDERSTOOD\"|\"GOT_IT\"|a release has no figure 'share' of PULSE-M1 for the answer 'GOT_IT'",
                "wage-growth\"|wage-rise\"|there is no fact 'wage-rise'",
                "\"pre-demand\"|\"pre-demands\"|there is no questionnaire 'pre-demands'",
                "POST-X0|POST-X9|no questionnaire has an item 'POST-X9'"
            })
    void everySourceMustExist(String text, String wrong, String fault) throws IOException {
        String definition =
                Files.readString(PUBLISHED.resolve("definition.json")).replace(text, wrong);
        Scheme scheme = SchemeFile.of(JSON.readTree(definition));
        var refused = assertThrows(PlanException.class, () -> SchemeFile.check(scheme, "fork"));
        assertTrue(refused.getMessage().contains(fault), refused.getMessage());
    }
}
