package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.cli.score.Recalculator;
import org.zhisheng.analytics.cli.score.ScoreRun;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.result.Results;

/**
 * The files from which anyone recomputes a signed-off scorecard: the signed text, the releases as they were published, the
 * scheme, the figures as a table, and the plan that {@code ./zhisheng score} follows.
 */
@Singleton
final class PublishedFiles {
    static final String PLAN = "PLAN.json";
    static final String ASSESSMENT = "assessment.json";

    private static final List<String> COLUMNS =
            List.of("survey", "item", "statistic", "category", "value", "standard_error");
    private static final List<String> COVARIANCE_COLUMNS = List.of(
            "survey", "item", "statistic", "category", "other_item", "other_statistic", "other_category", "covariance");

    private final Scorecards scorecards;
    private final Schemes schemes;
    private final Results results;
    private final Wording wording;

    PublishedFiles(Scorecards scorecards, Schemes schemes, Results results, Wording wording) {
        this.scorecards = scorecards;
        this.schemes = schemes;
        this.results = results;
        this.wording = wording;
    }

    /** The files by name; {@code wrong-state} while the scorecard is open. */
    Map<String, String> of(Id id, Language language) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ASSESSMENT, scorecards.signedText(id));
        Assessment a = scorecards.assessment(id);
        files.put(PLAN, SchemeJson.write(plan(a)));
        files.put("scheme.json", schemes.get(SchemeId.parse(a.scheme())).definition());
        Map<String, PublishedResult> released = new LinkedHashMap<>();
        for (Assessment.Survey survey : a.surveys()) {
            PublishedResult result = results.find(survey.survey())
                    .filter(r -> r.release().fingerprint().equals(survey.fingerprint()))
                    .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
            released.put(survey.questionnaire(), result);
            files.put(
                    "release-" + survey.questionnaire() + ".tsv",
                    result.release().text());
        }
        files.put("figures.csv", figures(released));
        files.put("covariances.csv", covariances(released));
        files.put("README.txt", wording.say(language, "scorecard.files.readme"));
        return files;
    }

    private static ObjectNode plan(Assessment a) {
        ObjectNode plan = SchemeJson.mapper().createObjectNode();
        plan.put("score", 1).put("title", a.organizationName() + " " + a.roundName());
        plan.put("scheme", "scheme.json").put("signed", ASSESSMENT);
        ObjectNode unit = plan.putArray("units").addObject();
        unit.put("name", a.organizationName());
        unit.put("level", a.level().name().toLowerCase(Locale.ROOT));
        Long covered = a.covered();
        if (covered != null) {
            unit.put("covered", covered);
        }
        Assessment.CoverageLine coverage = a.coverage();
        if (coverage != null) {
            unit.putObject("coverage")
                    .put("responses", coverage.responses() > coverage.headcount() ? 0 : coverage.responses())
                    .put("headcount", coverage.headcount())
                    .put("mode", coverage.mode().toLowerCase(Locale.ROOT));
        }
        var established = unit.putArray("established");
        a.vetoes().stream().filter(Assessment.VetoLine::established).forEach(v -> established.add(v.veto()));
        unit.put("figures", "figures.csv").put("figure_covariance", "covariances.csv");
        facts(a, unit.putObject("facts"));
        ObjectNode participation = unit.putObject("participation");
        a.surveys().stream()
                .filter(s -> s.valid() <= s.headcount())
                .forEach(s -> participation
                        .putObject(s.questionnaire())
                        .put("valid", s.valid())
                        .put("headcount", s.headcount()));
        plan.putObject("simulation")
                .put("draws", a.simulation().draws())
                .put("seed", a.simulation().seed())
                .put("level", a.simulation().level());
        return plan;
    }

    private static void facts(Assessment a, ObjectNode facts) {
        for (Assessment.FactLine line : a.facts()) {
            String used = line.used();
            if (used == null) {
                continue;
            }
            if (used.matches("(T\\d\\d|none)( T\\d\\d)*")) {
                var topics = facts.putArray(line.fact());
                FactDefinition.topicCodes(used).forEach(topics::add);
            } else if (used.matches("-?[0-9.]+")) {
                facts.put(line.fact(), new BigDecimal(used));
            } else {
                facts.put(line.fact(), used);
            }
        }
    }

    private static String figures(Map<String, PublishedResult> released) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (var entry : released.entrySet()) {
                for (Figure f : ReleasedFigures.scored(entry.getValue().release())) {
                    double error = f.estimate().standardError();
                    csv.writeRecord(
                            entry.getKey(),
                            f.item(),
                            f.statistic(),
                            f.category(),
                            Double.toString(f.estimate().value()),
                            Double.toString(Double.isNaN(error) ? 0 : error));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static String covariances(Map<String, PublishedResult> released) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COVARIANCE_COLUMNS);
            released.forEach((questionnaire, result) -> ReleasedFigures.joint(result.release())
                    .forEach(j -> csv.writeRecord(
                            questionnaire,
                            j.first().item(),
                            j.first().statistic(),
                            j.first().category(),
                            j.second().item(),
                            j.second().statistic(),
                            j.second().category(),
                            Double.toString(j.covariance()))));
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    /** The files in one archive; equal scorecards give equal bytes. */
    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** The single-file page that recomputes the scorecard offline. */
    String recalculator(Id id, Language language) {
        try {
            Path folder = Files.createTempDirectory("zhisheng-score");
            try {
                for (var file : of(id, language).entrySet()) {
                    Files.writeString(folder.resolve(file.getKey()), file.getValue());
                }
                Path page = folder.resolve("recalculator.html");
                var run = new ScoreRun(PlanFile.read(folder.resolve(PLAN), "score-plan-1.json"), folder);
                Recalculator.write(
                        page, scorecards.assessment(id).organizationName(), run.run(1, (stage, share) -> {}));
                return Files.readString(page);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the recalculator cannot be written to the temporary folder", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.delete(folder);
    }
}
