package org.zhisheng.server.platform;

import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * Runs work that spans several stores in one transaction: all of it is committed, or none when it throws. Inside another
 * transaction the work joins it.
 */
@Singleton
public final class Transactions {
    private final SynchronousTransactionManager<Connection> manager;

    Transactions(SynchronousTransactionManager<Connection> manager) {
        this.manager = manager;
    }

    /** Runs work that writes and gives back what it returns. */
    public <T> T write(Supplier<T> work) {
        return manager.execute(TransactionDefinition.DEFAULT, status -> work.get());
    }

    /** Runs work that writes. */
    public void run(Runnable work) {
        manager.execute(TransactionDefinition.DEFAULT, status -> {
            work.run();
            return true;
        });
    }
}
