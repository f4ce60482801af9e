package org.zhisheng.server.ticket;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code deck} and {@code deck_key}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface DeckStore extends CrudRepository<DeckStore.Row, Id> {
    /** The decks whose founder was launched, oldest code first only by chance: any of them serves. */
    List<Row> findByRoundAndStrataAndCodeIsNotNull(Id round, String strata);

    List<Row> findByCodeIsNotNull();

    /** Locks a deck's row within the write transaction under way. */
    @Query("SELECT strata FROM deck WHERE id = :id FOR UPDATE")
    Optional<String> lock(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    @Query("UPDATE deck SET code = :code, fingerprint = :fingerprint WHERE id = :id")
    void found(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id, String code, String fingerprint);

    @Query("INSERT INTO deck_key VALUES (:deck, :slot, :stratum, :position, :keyId, :publicKey)")
    void addKey(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id deck,
            int slot,
            String stratum,
            int position,
            String keyId,
            String publicKey);

    @Query("SELECT stratum, key_id, public_key FROM deck_key WHERE deck = :deck AND slot = :slot ORDER BY position")
    List<KeyRow> keys(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id deck, int slot);

    @Query("DELETE FROM deck_key WHERE deck = :deck")
    void deleteKeys(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id deck);

    /** A row of {@code deck_key}. */
    @Introspected
    record KeyRow(String stratum, String keyId, String publicKey) {}

    /** A row of {@code deck}. */
    @MappedEntity("deck")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id round,

            String strata,
            @Nullable String code,
            @Nullable String fingerprint) {}
}
