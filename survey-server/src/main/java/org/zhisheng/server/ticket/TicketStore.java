package org.zhisheng.server.ticket;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/**
 * Rows of {@code ticket} and {@code card_batch}. What the database complains about stays here: its message may hold a
 * ticket's digest.
 */
@Singleton
class TicketStore {
    private final JdbcOperations jdbc;

    TicketStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a ticket is found. */
    record Key(Id deck, int slot, byte[] digest) {}

    /** A ticket as it is looked up; the hash is null while it is unused and where it was used without script. */
    record Found(String stratum, Use use, byte @Nullable [] messageHash) {}

    /** A batch of cards. */
    record Batch(int number, String stratum, int cards, boolean voided) {}

    /** The ticket, if there is such a one. */
    @ReadOnly
    Optional<Found> find(Key key) {
        return run("SELECT stratum, used, message_hash FROM ticket WHERE deck = ? AND slot = ? AND digest = ?", row -> {
            row.setBytes(1, key.deck().bytes());
            row.setInt(2, key.slot());
            row.setBytes(3, key.digest());
            try (ResultSet found = row.executeQuery()) {
                return found.next()
                        ? Optional.of(new Found(found.getString(1), Use.of(found.getInt(2)), found.getBytes(3)))
                        : Optional.empty();
            }
        });
    }

    /**
     * Marks an unused ticket as used, while its survey is open: one statement, so that of any number of requests one wins.
     *
     * @return whether this request did
     */
    @Transactional
    boolean use(Key key, Use use, byte @Nullable [] messageHash) {
        String sql = """
                UPDATE ticket SET used = ?, message_hash = ?
                WHERE deck = ? AND slot = ? AND digest = ? AND used = 0 AND EXISTS (
                  SELECT 1 FROM admitted_survey a WHERE a.deck = ? AND a.slot = ? AND a.state = 'OPEN')""";
        return run(sql, row -> {
            row.setInt(1, use.stored());
            row.setBytes(2, messageHash);
            row.setBytes(3, key.deck().bytes());
            row.setInt(4, key.slot());
            row.setBytes(5, key.digest());
            row.setBytes(6, key.deck().bytes());
            row.setInt(7, key.slot());
            return row.executeUpdate() == 1;
        });
    }

    /** Writes unused tickets of one slot, in the order given. */
    @Transactional
    void add(Id deck, int slot, Batch batch, List<byte[]> digests) {
        String sql = "INSERT INTO ticket (deck, slot, digest, stratum, batch, used) VALUES (?, ?, ?, ?, ?, 0)";
        run(sql, row -> {
            for (byte[] digest : digests) {
                row.setBytes(1, deck.bytes());
                row.setInt(2, slot);
                row.setBytes(3, digest);
                row.setString(4, batch.stratum());
                row.setInt(5, batch.number());
                row.addBatch();
            }
            return row.executeBatch();
        });
    }

    /** Used tickets of a slot by stratum; without script alone, or in all. */
    @ReadOnly
    Map<String, Integer> used(Id deck, int slot, boolean withoutScriptOnly) {
        String sql = "SELECT stratum, COUNT(*) FROM ticket WHERE deck = ? AND slot = ? AND used >= ? GROUP BY stratum";
        return run(sql, row -> {
            row.setBytes(1, deck.bytes());
            row.setInt(2, slot);
            row.setInt(3, withoutScriptOnly ? Use.WITHOUT_SCRIPT.stored() : Use.BY_PHONE.stored());
            Map<String, Integer> counts = new TreeMap<>();
            try (ResultSet found = row.executeQuery()) {
                while (found.next()) {
                    counts.put(found.getString(1), found.getInt(2));
                }
            }
            return counts;
        });
    }

    /** Deletes all tickets of a slot. */
    @Transactional
    int deleteSlot(Id deck, int slot) {
        return run("DELETE FROM ticket WHERE deck = ? AND slot = ?", row -> {
            row.setBytes(1, deck.bytes());
            row.setInt(2, slot);
            return row.executeUpdate();
        });
    }

    /** Deletes the unused tickets of a batch. */
    @Transactional
    int deleteUnused(Id deck, int batch) {
        return run("DELETE FROM ticket WHERE deck = ? AND batch = ? AND used = 0", row -> {
            row.setBytes(1, deck.bytes());
            row.setInt(2, batch);
            return row.executeUpdate();
        });
    }

    /** Tickets of a batch, used or not. */
    @ReadOnly
    int count(Id deck, int batch) {
        return run("SELECT COUNT(*) FROM ticket WHERE deck = ? AND batch = ?", row -> {
            row.setBytes(1, deck.bytes());
            row.setInt(2, batch);
            try (ResultSet found = row.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        });
    }

    @Transactional
    void addBatch(Id deck, Batch batch) {
        run("INSERT INTO card_batch (deck, number, stratum, cards, voided) VALUES (?, ?, ?, ?, FALSE)", row -> {
            row.setBytes(1, deck.bytes());
            row.setInt(2, batch.number());
            row.setString(3, batch.stratum());
            row.setInt(4, batch.cards());
            return row.executeUpdate();
        });
    }

    /** Adds cards to a batch. */
    @Transactional
    void growBatch(Id deck, Batch batch, int cards) {
        run("UPDATE card_batch SET cards = cards + ? WHERE deck = ? AND number = ?", row -> {
            row.setInt(1, cards);
            row.setBytes(2, deck.bytes());
            row.setInt(3, batch.number());
            return row.executeUpdate();
        });
    }

    /** Declares a batch void; false where it was already. */
    @Transactional
    boolean voidBatch(Id deck, int number) {
        return run("UPDATE card_batch SET voided = TRUE WHERE deck = ? AND number = ? AND voided = FALSE", row -> {
            row.setBytes(1, deck.bytes());
            row.setInt(2, number);
            return row.executeUpdate() == 1;
        });
    }

    /** All batches of a deck in the order they were made. */
    @ReadOnly
    List<Batch> batches(Id deck) {
        return run("SELECT number, stratum, cards, voided FROM card_batch WHERE deck = ? ORDER BY number", row -> {
            row.setBytes(1, deck.bytes());
            List<Batch> batches = new ArrayList<>();
            try (ResultSet found = row.executeQuery()) {
                while (found.next()) {
                    batches.add(new Batch(found.getInt(1), found.getString(2), found.getInt(3), found.getBoolean(4)));
                }
            }
            return batches;
        });
    }

    private <R> R run(String sql, PreparedStatementCallback<R> work) {
        return jdbc.prepareStatement(sql, statement -> {
            try {
                return work.call(statement);
            } catch (SQLException e) {
                throw new IllegalStateException("the database refused with SQL state " + e.getSQLState());
            }
        });
    }
}
