package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.cli.score.Recalculator;
import org.zhisheng.analytics.cli.score.ScoreRun;
import org.zhisheng.analytics.score.Rating;
import org.zhisheng.analytics.score.Reweighting;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.server.platform.Chromium;

/** The recalculator in a real browser without a network: the same totals and bands as Java, whatever the weights. */
@Tag("browser")
final class RecalculatorBrowserTest {
    private static final Path EXAMPLES = Path.of("../survey-analytics/examples/score");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Chromium chromium;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private record Opened(Page page, ScoreRun.Outcome outcome) {}

    /** A county of units, some capped, some without a band; aggregated as the plan's text is changed. */
    private Opened county(String aggregation) throws IOException {
        Files.copy(EXAMPLES.resolve("enterprises.csv"), folder.resolve("enterprises.csv"));
        ObjectNode plan =
                (ObjectNode) JSON.readTree(EXAMPLES.resolve("county.json").toFile());
        plan.remove(List.of("sensitivity", "roll_up"));
        plan.put("detail", false);
        plan.set("aggregation", JSON.readTree(aggregation));
        Path file = Files.writeString(folder.resolve("plan.json"), plan.toString());
        ScoreRun.Outcome outcome =
                new ScoreRun(PlanFile.read(file, "score-plan-1.json"), folder).run(1, (stage, share) -> {});
        Path written = folder.resolve("page.html");
        Recalculator.write(written, "County", outcome);
        var context = chromium.browser().newContext();
        context.setOffline(true);
        Page page = context.newPage();
        page.navigate(written.toUri().toString());
        return new Opened(page, outcome);
    }

    private static void requireSame(Opened opened, double[] weights) {
        Scorer scorer = Scorer.of(Reweighting.of(opened.outcome().scorer().scheme(), weights));
        List<?> computed = (List<?>) opened.page().evaluate("w => window.recalculate(w)", boxed(weights));
        for (int u = 0; u < computed.size(); u++) {
            Map<?, ?> row = (Map<?, ?>) computed.get(u);
            Score score = scorer.score(opened.outcome().units().get(u));
            if (Double.isNaN(score.total())) {
                assertEquals(null, row.get("total"), score.unit());
                continue;
            }
            assertEquals(score.total(), ((Number) row.get("total")).doubleValue(), 1e-9, score.unit());
            assertEquals(score.rounded(), ((Number) row.get("rounded")).doubleValue(), score.unit());
            String band = score.rating() instanceof Rating.Banded banded
                    ? banded.band().id()
                    : null;
            assertEquals(band, row.get("band"), score.unit());
        }
    }

    private static List<Double> boxed(double[] weights) {
        return Arrays.stream(weights).boxed().toList();
    }

    private static List<double[]> weightings(int indicators) {
        List<double[]> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 20; k++) {
            double[] weights = new double[indicators];
            Arrays.setAll(weights, i -> 0.5 + 30 * random.nextDouble());
            all.add(weights);
        }
        return all;
    }

    @Test
    void equalsJavaForTheSchemesWeightsAndAnyOther() throws IOException {
        Opened opened = county("{\"within\": \"arithmetic\", \"across\": \"arithmetic\"}");
        var indicators = opened.outcome().scorer().scheme().indicators();
        requireSame(opened, indicators.stream().mapToDouble(i -> i.weight()).toArray());
        weightings(indicators.size()).forEach(weights -> requireSame(opened, weights));
    }

    @Test
    void equalsJavaForOtherMeans() throws IOException {
        Opened opened = county("{\"within\": \"geometric\", \"across\": \"harmonic\"}");
        int indicators = opened.outcome().scorer().scheme().indicators().size();
        weightings(indicators).forEach(weights -> requireSame(opened, weights));
    }

    @Test
    void aSliderMovesTotalsAtOnceAndResetBringsThemBack() throws IOException {
        Page page = county("{}").page();
        String before = page.textContent("#rows");
        page.focus("#w3");
        for (int k = 0; k < 20; k++) {
            page.keyboard().press("ArrowRight");
        }
        assertNotEquals(before, page.textContent("#rows"));
        assertTrue(page.locator("#w3").locator("..").getAttribute("class").contains("changed"));
        page.click("#reset");
        assertEquals(before, page.textContent("#rows"));
        page.click("#language");
        assertNotEquals(before, page.textContent("#rows"), "bands in the other language");
    }
}
