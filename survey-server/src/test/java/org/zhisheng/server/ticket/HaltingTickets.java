package org.zhisheng.server.ticket;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.Halting;

/** The tickets, with a place to be killed before one is used, and after, while nothing is committed yet. */
@Singleton
@Replaces(TicketStore.class)
@Requires(property = "zhisheng.test.halting")
class HaltingTickets extends TicketStore {
    HaltingTickets(JdbcOperations jdbc) {
        super(jdbc);
    }

    @Override
    @Transactional
    boolean use(Key key, Use use, byte @Nullable [] messageHash) {
        Halting.at("before-use");
        boolean used = super.use(key, use, messageHash);
        Halting.at("after-use");
        return used;
    }

    @Override
    @Transactional
    int deleteSlot(Id deck, int slot) {
        int deleted = super.deleteSlot(deck, slot);
        Halting.at("after-delete-tickets");
        return deleted;
    }
}
