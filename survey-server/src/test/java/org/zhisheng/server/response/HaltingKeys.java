package org.zhisheng.server.response;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.KeyFolder;

/** The key folder, with a place to be killed after a key was made or renewed, and before and after one is destroyed. */
@Singleton
@Replaces(CollectorKeys.class)
@Requires(property = "zhisheng.test.halting")
class HaltingKeys extends CollectorKeys {
    HaltingKeys(KeyFolder keys, SecureRandom random) {
        super(keys, random);
    }

    @Override
    SecretKey getOrCreate(Id survey, Phase phase) {
        SecretKey key = super.getOrCreate(survey, phase);
        Halting.at("made-" + phase.file());
        return key;
    }

    @Override
    void renew(Id survey, Phase phase) {
        super.renew(survey, phase);
        Halting.at("renewed-" + phase.file());
    }

    @Override
    void destroy(Id survey, String file) {
        Halting.at("before-destroy-file");
        super.destroy(survey, file);
        Halting.at("after-destroy-file");
    }

    @Override
    void destroy(Id survey, Phase phase) {
        Halting.at("before-destroy-" + phase.file());
        super.destroy(survey, phase);
        Halting.at("after-destroy-" + phase.file());
    }
}
