package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a part of the server as a process of its own that is killed at a step, on H2 in a file or on a real MySQL. */
public final class Killed {
    private Killed() {}

    /** The properties by which an application of any process finds its data in the folder, as {@code name=value}. */
    public static List<String> database(Path folder) {
        List<String> properties = new ArrayList<>(List.of("zhisheng.data=" + folder));
        String url = System.getenv("ZHISHENG_TEST_DATABASE_URL");
        if (url != null) {
            properties.add("zhisheng.database.url=" + url);
            properties.add("datasources.default.username=" + System.getenv("ZHISHENG_TEST_DATABASE_USER"));
            properties.add("datasources.default.password=" + System.getenv("ZHISHENG_TEST_DATABASE_PASSWORD"));
        }
        return properties;
    }

    /** An application as it is started for good, but for its port. */
    public static ApplicationContext start(List<String> assignments) {
        Map<String, Object> properties = new HashMap<>();
        assignments.forEach(one -> properties.put(one.split("=", 2)[0], one.split("=", 2)[1]));
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .start();
    }

    /**
     * Runs a class until it is killed, which must happen.
     *
     * @param step where it is killed
     * @param after after how many times that it got past there
     * @param arguments what it is told before the properties of {@link #database}
     * @return what it had said
     */
    public static List<String> run(Path folder, Class<?> main, String step, int after, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dzhisheng.test.halt=" + step,
                "-Dzhisheng.test.halt.after=" + after,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        command.add("zhisheng.test.halting=true");
        command.addAll(database(folder));
        Path log = folder.resolve(step + ".log");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(Halting.STATUS, process.exitValue(), () -> step + " was not reached: " + out + read(log));
        return out.lines().toList();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
