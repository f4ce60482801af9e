package org.zhisheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ANONYMITY.md names as proof only tests that there are. */
final class ThreatModelTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+Test)`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> named = NAME.matcher(Files.readString(Path.of("ANONYMITY.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 10, named.toString());
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .forEach(named::remove);
        }
        assertEquals(Set.of(), named);
    }
}
