package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.SecretFolder;
import org.zhisheng.server.platform.KeyFolder;

/**
 * The keys that seal answers, {@code keys/collector/<survey>/<phase>}, 32 random bytes each. All collectors share the
 * folder. They are read anew for each transaction and never kept in memory, so that a key which one collector destroyed is
 * gone for all. Mixing renews a key: {@code staging-1} follows {@code staging}; the newest seals, older ones open what is
 * left until nothing is.
 */
@Singleton
class CollectorKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CollectorKeys.class);
    private static final int BYTES = 32;

    private final SecretFolder folder;
    private final SecureRandom random;

    CollectorKeys(KeyFolder keys, SecureRandom random) {
        this.folder = keys.of("collector");
        this.random = random;
    }

    /** A key and the name of its file. */
    record Live(String file, SecretKey key) {}

    /**
     * The key of a survey that seals; where there is none yet, a new one is made. Call it only while the survey's row is
     * locked and in a state in which the key may be made, or a destroyed one would come back as another.
     */
    SecretKey getOrCreate(Id survey, Phase phase) {
        List<Live> live = live(survey, phase);
        return live.isEmpty()
                ? work(() -> key(of(survey).getOrCreate(phase.file(), this::fresh)))
                : live.getFirst().key();
    }

    /** The keys of a survey that still open something, the one that seals first; none where they were never made, or destroyed. */
    List<Live> live(Id survey, Phase phase) {
        return work(() -> {
            List<Live> live = new ArrayList<>();
            for (String file : files(survey, phase)) {
                of(survey).find(file).ifPresent(bytes -> live.add(new Live(file, key(bytes))));
            }
            return live;
        });
    }

    /** Makes the next key, which seals from now on. The survey's row is locked, so that nobody seals meanwhile. */
    void renew(Id survey, Phase phase) {
        work(() -> {
            long number = files(survey, phase).stream()
                    .mapToLong(file -> number(file, phase))
                    .max()
                    .orElse(-1);
            byte[] made = fresh();
            of(survey).keep(number < 0 ? phase.file() : phase.file() + "-" + (number + 1), made);
            Arrays.fill(made, (byte) 0);
            return true;
        });
    }

    /** Destroys a key that opens nothing any more. */
    void destroy(Id survey, String file) {
        if (work(() -> of(survey).destroy(file))) {
            LOG.info("key {} of survey {} was destroyed", file, survey);
        }
    }

    /** Destroys the keys of a phase that are there, and logs that. */
    void destroy(Id survey, Phase phase) {
        work(() -> files(survey, phase)).forEach(file -> destroy(survey, file));
    }

    /** The surveys that have a key of the phase. */
    List<Id> surveysWith(Phase phase) {
        return surveys(phase, 1);
    }

    /** The surveys with keys of the phase that were renewed, and older ones that still open something. */
    List<Id> surveysRenewed(Phase phase) {
        return surveys(phase, 2);
    }

    private List<Id> surveys(Phase phase, int atLeast) {
        return work(() -> folder.names().stream()
                .flatMap(name -> Id.parse(name).stream())
                .filter(survey -> work(() -> files(survey, phase)).size() >= atLeast)
                .toList());
    }

    /** The names of the files of a phase, the newest first. */
    private List<String> files(Id survey, Phase phase) throws IOException {
        return of(survey).names().stream()
                .filter(file -> number(file, phase) >= 0)
                .sorted(Comparator.comparingLong((String file) -> number(file, phase))
                        .reversed())
                .toList();
    }

    /** Which key of the phase a file holds, the first being 0; −1 for others. */
    private static long number(String file, Phase phase) {
        if (file.equals(phase.file())) {
            return 0;
        }
        String tail = file.startsWith(phase.file() + "-")
                ? file.substring(phase.file().length() + 1)
                : "";
        return tail.matches("[1-9][0-9]{0,17}") ? Long.parseLong(tail) : -1;
    }

    private SecretFolder of(Id survey) {
        return folder.inside(survey.toString());
    }

    private byte[] fresh() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return key;
    }

    private static SecretKey key(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalStateException(
                    "a key of the collector has " + bytes.length + " bytes instead of " + BYTES);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private <T> T work(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, folder);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
