package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.kernel.ProblemException;

/** What the loader refuses, in words that name the file and the place, and what the hash covers. */
class QuestionnaireLoadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pre-demand/1.0.0/en.json | \"ALL\": \"All of it\", || items.PRE-A4.options.ALL: the text is missing",
                "mid-pulse/1.0.0/zh-CN.json | \"PULSE-M7\" | \"PULSE-M70\" | items.PULSE-M7.question: the text is missing",
                "mid-pulse/1.0.0/en.json | \"items\": { | \"items\": {\"PULSE-M10\": {\"question\": \"?\"}, | items.PULSE-M10: no such item",
                "pre-demand/1.0.0/en.json | \"hint\": \"Choose up to 5.\" | \"hint\": \" \" | items.PRE-T1.hint: the text is missing",
                "post-evaluation/1.0.0/en.json | \"title\": | \"heading\": | title: the text is missing",
                "topics/1.0.0/en.json | \"T07\" | \"T70\" | topics.T07: the text is missing",
                "scales/1.0.0/zh-CN.json | \"NEUTRAL\" | \"NEUTRALLY\" | scales.satisfaction.NEUTRAL: the text is missing",
                "demographics/1.0.0/en.json | \"FROM_5\" | \"FROM_6\" | items.TENURE.options.FROM_5: the text is missing",
                "pre-demand/1.0.0/definition.json | \"item\": \"PRE-T2\" | \"item\": \"PRE-T9\" | items.PRE-T3: askWhen names PRE-T9",
                "post-evaluation/1.0.0/definition.json | \"noneOf\": [\"NO\"] | \"noneOf\": [\"NEVER\"] | items.POST-A2: askWhen.noneOf",
                "post-evaluation/1.0.0/definition.json | \"scale\": \"agreement\" | \"scale\": \"agreeing\" | items.POST-C1: there is no scale agreeing",
                "annual-check/1.0.0/definition.json | \"version\": \"1.0.0\" | \"version\": \"1.0.1\" | its id or version is not that of its folder",
                "annual-check/1.0.0/definition.json | \"items\": [ | \"items\": {[ | mend the file",
            })
    void refusalNamesTheFileAndThePlace(String file, String right, String wrong, String place) {
        Overlay overlay = new Overlay(file, right, wrong == null ? "" : wrong);
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> load(overlay));
        assertTrue(refusal.getMessage().contains(QuestionnaireStore.ROOT + file + ": "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(place), refusal.getMessage());
    }

    @Test
    void missingFileIsNamed() {
        QuestionnaireStore store = new QuestionnaireStore(ObjectMapper.getDefault());
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> store.bytes("pre-demand/9.0.0/en.json"));
        assertEquals(
                "zhisheng/questionnaires/pre-demand/9.0.0/en.json: the file is missing; add it to the templates module",
                refusal.getMessage());
    }

    @Test
    void hashIsWhatSha256sumWouldSay() throws Exception {
        QuestionnaireStore store = new QuestionnaireStore(ObjectMapper.getDefault());
        StringBuilder lines = new StringBuilder();
        for (String folder : new String[] {"annual-check", "topics", "demographics", "scales"}) {
            for (String file : new String[] {"definition", "zh-CN", "en"}) {
                String path = folder + "/1.0.0/" + file + ".json";
                lines.append(sha256(store.bytes(path)))
                        .append("  ")
                        .append(path)
                        .append("\n");
            }
        }
        assertEquals(
                sha256(lines.toString().getBytes(StandardCharsets.UTF_8)),
                Loaded.QUESTIONNAIRES.latest("annual-check").hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mid-pulse/1.0.0/en.json | Hold to the first demands | Hold on",
                "topics/1.0.0/en.json | Something else | Other",
                "scales/1.0.0/zh-CN.json | 班前会 | 班会",
                "demographics/1.0.0/definition.json | \"employment\" | \"employed\"",
            })
    void hashChangesWithAnyFileUsed(String file, String right, String wrong) {
        assertNotEquals(
                Loaded.QUESTIONNAIRES.latest("mid-pulse").hash(),
                load(new Overlay(file, right, wrong)).latest("mid-pulse").hash());
    }

    @Test
    void hashesDifferBetweenQuestionnaires() {
        Stream<String> hashes = Loaded.QUESTIONNAIRES.all().stream().map(Questionnaire::hash);
        assertEquals(4, hashes.filter(h -> h.matches("[0-9a-f]{64}")).distinct().count());
    }

    @Test
    void findsByIdAndVersion() {
        assertEquals(
                Loaded.IDS,
                Loaded.QUESTIONNAIRES.all().stream().map(Questionnaire::id).toList());
        assertEquals("1.0.0", Loaded.QUESTIONNAIRES.get("mid-pulse", "1.0.0").version());
        assertThrows(ProblemException.class, () -> Loaded.QUESTIONNAIRES.get("mid-pulse", "0.9.0"));
        assertThrows(ProblemException.class, () -> Loaded.QUESTIONNAIRES.latest("exit-interview"));
    }

    private static Questionnaires load(ClassLoader files) {
        return new Questionnaires(new QuestionnaireStore(ObjectMapper.getDefault(), files));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** The shipped files with one place of one file changed. */
    private static final class Overlay extends ClassLoader {
        private final String file;
        private final String right;
        private final String wrong;

        Overlay(String file, String right, String wrong) {
            super(Overlay.class.getClassLoader());
            this.file = QuestionnaireStore.ROOT + file;
            this.right = right;
            this.wrong = wrong;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            InputStream in = super.getResourceAsStream(name);
            return name.equals(file) ? changed(Objects.requireNonNull(in)) : in;
        }

        private InputStream changed(InputStream in) {
            try (in) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(text.contains(right), "the file no longer holds " + right);
                return new ByteArrayInputStream(text.replace(right, wrong).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
