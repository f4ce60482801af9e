package org.zhisheng.server.account;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhisheng.server.account.AccountStore.Row;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code account}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountStore extends CrudRepository<Row, Id> {
    Optional<Row> findByUserName(String userName);

    List<Row> findAllOrderByDisplayName();

    /** A row as it is stored. */
    @MappedEntity("account")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            String userName,
            String displayName,
            String passwordHash,
            Instant createdAt) {}
}
