package org.zhisheng.server.account;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.zhisheng.server.account.GrantStore.Row;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code account_grant}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface GrantStore extends CrudRepository<Row, Id> {
    long countByRole(Role role);

    List<Row> findByAccount(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id account);

    /** A row as it is stored. */
    @MappedEntity("account_grant")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id account,

            Role role,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id organization) {
        Grant grant() {
            return new Grant(role, organization);
        }
    }
}
