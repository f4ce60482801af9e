package org.zhisheng.server.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import org.zhisheng.server.account.SessionStore.Row;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code account_session}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionStore extends CrudRepository<Row, byte[]> {
    void deleteByExpiresAtBefore(Instant time);

    void deleteByAccount(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) org.zhisheng.server.kernel.Id account);

    /** A row as it is stored. */
    @MappedEntity("account_session")
    record Row(
            @Id byte[] id,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            org.zhisheng.server.kernel.Id account,

            Instant expiresAt) {}
}
