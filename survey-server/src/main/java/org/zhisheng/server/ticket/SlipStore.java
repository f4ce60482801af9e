package org.zhisheng.server.ticket;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code slip_count}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SlipStore extends GenericRepository<DeckStore.Row, Id> {
    @Query("""
            INSERT INTO slip_count (deck, stratum, account, slips) VALUES (:deck, :stratum, :account, :slips)
            ON DUPLICATE KEY UPDATE slips = VALUES(slips)""")
    void put(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id deck,
            String stratum,
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id account,
            int slips);

    @Query("SELECT stratum, account, slips FROM slip_count WHERE deck = :deck ORDER BY stratum, account")
    List<Count> of(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id deck);

    /** What one person counted. */
    @Introspected
    record Count(
            String stratum,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id account,

            int slips) {}
}
