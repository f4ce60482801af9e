package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
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
 * gone for all.
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

    /**
     * The key of a survey; where there is none yet, a new one is made. Call it only while the survey's row is locked and in
     * a state in which the key may be made, or a destroyed one would come back as another.
     */
    SecretKey getOrCreate(Id survey, Phase phase) {
        return work(() -> key(of(survey).getOrCreate(phase.file(), this::fresh)));
    }

    /** The key of a survey; empty where it was never made, or destroyed. */
    Optional<SecretKey> find(Id survey, Phase phase) {
        return work(() -> of(survey).find(phase.file()).map(CollectorKeys::key));
    }

    /** Destroys a key, if it is there, and logs that. */
    void destroy(Id survey, Phase phase) {
        if (work(() -> of(survey).destroy(phase.file()))) {
            LOG.info("key {} of survey {} was destroyed", phase.file(), survey);
        }
    }

    /** The surveys that have a key of the phase. */
    List<Id> surveysWith(Phase phase) {
        return work(() -> folder.names().stream()
                .flatMap(name -> Id.parse(name).stream())
                .filter(survey -> work(() -> of(survey).names()).contains(phase.file()))
                .toList());
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
