package org.zhisheng.server.ticket;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import org.zhisheng.server.credential.KeyId;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.Halting;

/** The issuer's keys, with a place to be killed before and after they are destroyed. */
@Singleton
@Replaces(IssuerKeys.class)
@Requires(property = "zhisheng.test.halting")
class HaltingIssuerKeys extends IssuerKeys {
    HaltingIssuerKeys(@Value("${zhisheng.data}") String data) {
        super(data);
    }

    @Override
    int destroy(Id deck, int slot, List<KeyId> ids) {
        Halting.at("before-destroy-signing");
        int destroyed = super.destroy(deck, slot, ids);
        Halting.at("after-destroy-signing");
        return destroyed;
    }
}
