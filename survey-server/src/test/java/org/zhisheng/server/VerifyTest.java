package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.bulletin.FieldedSurveys;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;

/** The command against a server that runs, and against what it saved. */
@Tag("server")
@MicronautTest(transactional = false)
final class VerifyTest {
    @Inject
    EmbeddedServer server;

    @Inject
    FieldedSurveys fielded;

    @Inject
    Results results;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aSurveyIsVerifiedByItsAddressSavedAndVerifiedAgain() throws Exception {
        Manifest survey = fielded.open(Mode.POSTER);
        List<String> tags = fielded.answer(survey, "01", 12);
        results.close(survey.survey(), null);
        String address = "http://localhost:" + server.getPort() + "/s/" + survey.code();

        assertEquals(0, verify(address, "--receipt", tags.get(3), "--save", folder.toString()));
        assertTrue(said().contains("[publication-signature]"), said());
        assertTrue(said().contains("核对通过") && said().contains("Verified:"), said());

        said.reset();
        assertEquals(0, verify(folder.toString()));
        assertEquals(0, verify(folder.resolve("publication.json").toString()));
        assertEquals(1, verify(folder.toString(), "--words", "苹果 香蕉 橘子 葡萄"));
        assertEquals(1, verify(folder.toString(), "--receipt", "0000000000"));
    }

    @Test
    void whatWasAlteredAfterItWasSavedIsTold() throws Exception {
        Manifest survey = fielded.open(Mode.POSTER);
        fielded.answer(survey, "01", 12);
        results.close(survey.survey(), null);
        String address = "http://localhost:" + server.getPort() + "/s/" + survey.code() + "/check?lang=en";
        assertEquals(0, verify(address, "--save", folder.toString()));

        alter("release.txt", "\t40\t", "\t41\t");
        assertFails("release-fingerprint");
        assertEquals(0, verify(address, "--save", folder.toString()));
        alter("manifest.json", "\"headcount\":40", "\"headcount\":41");
        assertFails("manifest-signature");
        assertEquals(0, verify(address, "--save", folder.toString()));
        alter("publication.json", "\"responses\":12", "\"responses\":13");
        assertFails("publication-signature");
    }

    private void alter(String file, String from, String to) throws Exception {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), file);
        Files.writeString(path, text.replace(from, to));
    }

    private void assertFails(String check) {
        said.reset();
        assertEquals(1, verify(folder.toString(), "--json"));
        assertTrue(said().contains("{\"check\":\"" + check + "\",\"verdict\":\"failed\""), said());
        assertTrue(said().contains("\"verified\":false"), said());
    }

    @Test
    void wrongUseAndWhatIsNotThereAreTold() {
        assertEquals(2, verify());
        assertEquals(2, verify("--nonsense"));
        assertEquals(2, verify("a", "b"));
        assertEquals(2, verify("a", "--audit", "b"));
        assertEquals(2, verify("a", "--words"));
        assertEquals(2, verify(folder.resolve("nothing").toString()));
        assertEquals(
                2,
                verify("--audit", "7KQ2M9X", "--data", folder.resolve("nothing").toString()));
        assertEquals(1, verify("http://localhost:1/s/7KQ2M9X"));
    }

    private int verify(String... arguments) {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Verify(stream, stream).run(List.of(arguments));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
