package org.zhisheng.analytics.cli.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the scorecard that an evaluator signed ({@code assessment.json}) with what is computed now from the files beside
 * it: total, errors, bands, dimensions and indicators, to the last of the fifteen digits that this command prints.
 */
public final class SignedScorecard {
    private static final MathContext PRINTED = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What was signed, and what it is called in the output of this command. */
    private static final Map<String, String> OUTCOME = ordered(
            "/outcome/total", "/total",
            "/outcome/rounded", "/rounded",
            "/outcome/band", "/band",
            "/outcome/bandByTotal", "/band_by_total",
            "/outcome/standardError", "/uncertainty/standard_error",
            "/outcome/lower", "/uncertainty/lower",
            "/outcome/upper", "/uncertainty/upper",
            "/outcome/bands", "/band_probabilities",
            "/outcome/caps", "/caps",
            "/outcome/vetoes", "/vetoes",
            "/coverage/grade", "/coverage");

    private static final Map<String, String> DIMENSION = ordered(
            "/id", "/dimension",
            "/points", "/points",
            "/weight", "/weight",
            "/effectiveWeight", "/effective_weight",
            "/lower", "/lower",
            "/upper", "/upper");
    private static final Map<String, String> INDICATOR = ordered(
            "/id", "/indicator",
            "/points", "/points",
            "/weight", "/weight",
            "/effectiveWeight", "/effective_weight",
            "/contribution", "/contribution",
            "/standardError", "/standard_error",
            "/lower", "/lower",
            "/upper", "/upper");

    private final JsonNode signed;
    private final JsonNode unit;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private SignedScorecard(JsonNode signed, JsonNode unit) {
        this.signed = signed;
        this.unit = unit;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /**
     * What was found.
     *
     * @param compared how many numbers and words were compared
     * @param differences those that are not the same, each with its place in the signed text
     */
    public record Comparison(int compared, List<String> differences) {}

    /**
     * Compares.
     *
     * @param file the signed text
     * @param computed the output of this command for one unit
     * @throws UncheckedIOException where the file cannot be read
     */
    public static Comparison compare(Path file, String computed) {
        try {
            SignedScorecard card = new SignedScorecard(
                    JSON.readTree(Files.readAllBytes(file)),
                    JSON.readTree(computed).at("/units/0"));
            card.run();
            return new Comparison(card.compared, List.copyOf(card.differences));
        } catch (JsonProcessingException e) {
            return new Comparison(0, List.of(file + " is not JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private void run() {
        OUTCOME.forEach((mine, theirs) -> compare(mine, signed.at(mine), unit.at(theirs)));
        rows("dimensions", DIMENSION);
        rows("indicators", INDICATOR);
    }

    private void rows(String list, Map<String, String> names) {
        JsonNode mine = signed.path(list);
        JsonNode theirs = unit.path(list);
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            JsonNode left = mine.path(i);
            JsonNode right = theirs.path(i);
            String at = "/" + list + "/" + i;
            names.forEach((from, to) -> compare(at + from, left.at(from), right.at(to)));
        }
    }

    private void compare(String where, JsonNode mine, JsonNode theirs) {
        if (isNothing(mine) && isNothing(theirs)) {
            return;
        }
        if (mine.isObject() && theirs.isObject() && mine.size() == theirs.size()) {
            mine.properties().forEach(m -> compare(where + "/" + m.getKey(), m.getValue(), theirs.path(m.getKey())));
            return;
        }
        compared++;
        boolean same = mine.isNumber() && theirs.isNumber() ? sameNumber(mine, theirs) : mine.equals(theirs);
        if (!same) {
            differences.add(where + ": signed " + show(mine) + ", computed " + show(theirs));
        }
    }

    /** What one text leaves out, the other may hold as null or as an empty list. */
    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    /** The signed binary number, as this command rounds it: its shortest decimal may stand just on an edge. */
    private static boolean sameNumber(JsonNode signed, JsonNode computed) {
        return new BigDecimal(signed.doubleValue()).round(PRINTED).compareTo(computed.decimalValue()) == 0;
    }

    private static String show(JsonNode node) {
        return isNothing(node) ? "nothing" : node.toString();
    }
}
