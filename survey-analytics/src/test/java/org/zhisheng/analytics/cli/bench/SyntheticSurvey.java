package org.zhisheng.analytics.cli.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Made-up workers: 36 strata (6 workshops by sex by 3 ages), 20 five-point items of which some are blank, and one
 * yes/no/unsure item. The seed is fixed.
 */
final class SyntheticSurvey {
    static final int STRATA = 36;
    static final int WORKSHOPS = 6;
    static final int ITEMS = 20;
    /** People in each stratum of the population for each respondent. */
    static final int PEOPLE_PER_RESPONDENT = 3;

    private static final long SEED = 20_261_122;
    private static final int BLANK_PERCENT = 3;

    private SyntheticSurvey() {}

    static List<String> columns() {
        List<String> names = new ArrayList<>(List.of("stratum", "workshop", "sex", "age"));
        names.addAll(items());
        names.add("aware");
        return names;
    }

    static List<String> items() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= ITEMS; i++) {
            names.add("q" + i);
        }
        return names;
    }

    /** Writes so many workers as CSV. */
    static void write(Path file, int rows) throws IOException {
        var random = new SplittableRandom(SEED);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write((String.join(",", columns()) + "\n").getBytes(StandardCharsets.US_ASCII));
            byte[] line = new byte[80];
            for (int row = 0; row < rows; row++) {
                out.write(line, 0, line(random, line));
            }
        }
    }

    private static int line(SplittableRandom random, byte[] line) {
        int stratum = random.nextInt(STRATA);
        int end = 0;
        if (stratum + 1 >= 10) {
            line[end++] = (byte) ('0' + (stratum + 1) / 10);
        }
        line[end++] = (byte) ('0' + (stratum + 1) % 10);
        int[] frame = {stratum % WORKSHOPS, stratum / WORKSHOPS % 2, stratum / (WORKSHOPS * 2)};
        for (int part : frame) {
            line[end++] = ',';
            line[end++] = (byte) ('1' + part);
        }
        for (int item = 0; item < ITEMS; item++) {
            line[end++] = ',';
            if (random.nextInt(100) >= BLANK_PERCENT) {
                line[end++] =
                        (byte) ('1' + Math.min(4, random.nextInt(5) + (random.nextInt(STRATA) < stratum ? 1 : 0)));
            }
        }
        line[end++] = ',';
        line[end++] = (byte) "ynu".charAt(Math.min(2, random.nextInt(4)));
        line[end++] = '\n';
        return end;
    }
}
