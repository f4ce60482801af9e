package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as somebody types it; nothing here builds or starts the server. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell program")
final class LauncherTest {
    private static final Path PROJECT = project();

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) throws Exception {
        Run run = zhisheng(command, "--help");

        assertEquals(0, run.status());
        assertTrue(run.text().contains("./zhisheng " + command), run.text());
    }

    static Stream<String> commands() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("deploy/launcher/commands"))) {
            return files.map(f -> f.getFileName().toString().replace(".sh", "")).sorted().toList().stream();
        }
    }

    @Test
    void helpListsTheCommands() throws Exception {
        Run run = zhisheng("--help");

        assertEquals(0, run.status());
        assertTrue(commands().allMatch(run.text()::contains), run.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "../jdk",
                "start --bogus",
                "start --port",
                "start --port 0",
                "start --port=70000",
                "start --port 80a",
                "start --url survey.example.org",
                "start --role mixer",
                "start --data=",
                "test everything",
                "test unit more",
                "mysql",
                "mysql pause"
            })
    void wrongUseIsToldAndEndsWithTwo(String line) throws Exception {
        Run run = zhisheng(line.isEmpty() ? new String[0] : line.split(" "));

        assertEquals(2, run.status(), run.text());
        assertTrue(run.text().chars().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff), run.text());
    }

    @Test
    void aMissingJdkIsOneSentenceInEachLanguage() throws Exception {
        Run run = run(Map.of("ZHISHENG_JDK_MINIMUM", "99"), "start");

        assertEquals(1, run.status());
        assertEquals(2, run.text().lines().count(), run.text());
        assertTrue(run.text().contains("install JDK 99"), run.text());
    }

    private record Run(int status, String text) {}

    private static Run zhisheng(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    private static Run run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("./zhisheng"), Stream.of(arguments)).toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return new Run(process.exitValue(), text);
    }

    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("zhisheng")) ? here : here.getParent();
    }
}
