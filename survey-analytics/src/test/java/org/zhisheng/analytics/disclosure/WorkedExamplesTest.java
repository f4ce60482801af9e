package org.zhisheng.analytics.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What a reader gets at several sizes. The page {@code DISCLOSURE.md} shows the same lines; where this test fails, {@link
 * #main} prints what they should be.
 */
final class WorkedExamplesTest {
    private static final Path PAGE = Path.of("DISCLOSURE.md");
    private static final int[] SIZES = {9, 15, 29, 60, 120, 1_000};

    @Test
    void thePageShowsWhatIsReleased() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        for (String line : lines()) {
            assertTrue(page.contains(line), () -> "DISCLOSURE.md should say: " + line);
        }
    }

    /** Prints the lines of the page. */
    public static void main(String[] arguments) {
        lines().forEach(System.out::println);
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int size : SIZES) {
            UnitCounts counts = unit(size);
            Protection protection = Protector.protect(counts, List.of(), new ReleaseRule(10));
            Release release = ReleaseGate.release(
                    protection, RandomEnterprise.headlines(counts, protection.blockCells()), ReleaseTerms.Kind.FIRST);
            lines.add("| " + counts.respondents() + " | "
                    + release.terms().detail().code() + " | "
                    + figure(release.whole().figures(), "Q0", "satisfied") + " | "
                    + figure(release.whole().figures(), "Q0", "index") + " | " + topic(release) + " | "
                    + groups(release, "d0") + " | " + groups(release, "d1") + " | "
                    + protection.blocks().size() + " |");
        }
        return lines;
    }

    /** The first enterprise drawn with four workshops and two types that has so many respondents. */
    private static UnitCounts unit(int respondents) {
        SplittableRandom random = new SplittableRandom(respondents);
        while (true) {
            UnitCounts counts = RandomEnterprise.draw(random, (int) (respondents * 1.6), new int[] {4, 2, 1}, 2, 4)
                    .counts();
            if (counts.respondents() == respondents) {
                return counts;
            }
        }
    }

    private static String figure(List<Figure> figures, String item, String statistic) {
        return figures.stream()
                .filter(f -> f.isOf(item, "", statistic))
                .findFirst()
                .map(WorkedExamplesTest::print)
                .orElse("–");
    }

    private static String print(Figure figure) {
        return switch (figure.limit()) {
            case EXACT -> Double.toString(figure.estimate().value());
            case AT_LEAST -> "≥ " + figure.estimate().value();
            case AT_MOST -> "≤ " + figure.estimate().value();
            case PLACE -> "place " + Math.round(figure.estimate().value());
            case WITHHELD, NO_BASE -> figure.limit().code();
        };
    }

    private static String topic(Release release) {
        return release.whole().figures().stream()
                .filter(f -> f.item().equals("T1"))
                .findFirst()
                .map(WorkedExamplesTest::print)
                .orElse("–");
    }

    private static String groups(Release release, String dimension) {
        List<String> groups = new ArrayList<>();
        for (ReleasedTable.Group group : release.by(dimension).orElseThrow().groups()) {
            groups.add(group.respondents() + ": "
                    + (group.shown() == Shown.YES
                            ? figure(group.figures(), "Q0", "satisfied")
                            : group.shown().code()));
        }
        return String.join("; ", groups);
    }
}
