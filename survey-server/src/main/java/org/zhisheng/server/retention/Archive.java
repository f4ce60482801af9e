package org.zhisheng.server.retention;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.SecretFolder;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.KeyFolder;

/**
 * The counts that outlive the responses, sealed under a key a survey in {@code keys/archive}. They are opened for one purpose:
 * to audit a correction against what is already out. Who should never be able to, deletes that survey's file there.
 */
@Singleton
final class Archive {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final TallyStore store;
    private final SecretFolder keys;
    private final Json json;
    private final SecureRandom random;

    Archive(TallyStore store, KeyFolder keys, Json json, SecureRandom random) {
        this.store = store;
        this.keys = keys.of("archive");
        this.json = json;
        this.random = random;
    }

    /** Seals the counts of a survey, once: those that are there stay. */
    void seal(Id survey, DeclaredCounts counts) {
        if (store.findBySurvey(survey).isEmpty()) {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] sealed = run(Cipher.ENCRYPT_MODE, survey, nonce, json.write(counts));
            store.save(new TallyStore.Row(
                    survey,
                    ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array()));
        }
    }

    /** Opens the counts of a survey; empty where none were sealed. */
    Optional<DeclaredCounts> open(Id survey) {
        return store.findBySurvey(survey).map(row -> {
            byte[] nonce = Arrays.copyOf(row.sealed(), NONCE);
            byte[] sealed = Arrays.copyOfRange(row.sealed(), NONCE, row.sealed().length);
            return json.read(run(Cipher.DECRYPT_MODE, survey, nonce, sealed), DeclaredCounts.class);
        });
    }

    private byte[] run(int mode, Id survey, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(survey), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(survey.bytes());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the sealed counts of a survey cannot be opened: changed, or another key", e);
        }
    }

    private byte[] key(Id survey) {
        try {
            return keys.getOrCreate(survey.toString(), () -> {
                byte[] fresh = new byte[KEY];
                random.nextBytes(fresh);
                return fresh;
            });
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, keys);
        }
    }
}
