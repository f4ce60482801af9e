package org.zhisheng.server.account;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.account.CodeStore.Row;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code account_code}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CodeStore extends CrudRepository<Row, byte[]> {
    /** Deletes a code and tells how many there were: of two people who use it at once, one gets 1 and the other 0. */
    long removeById(byte[] id);

    void deleteByRoleIsNull();

    void deleteByExpiresAtBefore(Instant time);

    List<Row> findByRoleIsNotNullOrderByExpiresAt();

    /** A row as it is stored. */
    @MappedEntity("account_code")
    record Row(
            @io.micronaut.data.annotation.Id byte[] id,

            @Nullable Role role,

            @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id organization,

            @Nullable String note,

            @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id madeBy,

            Instant expiresAt) {}
}
