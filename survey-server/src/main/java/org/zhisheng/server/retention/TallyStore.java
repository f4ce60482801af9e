package org.zhisheng.server.retention;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;
import org.zhisheng.server.retention.TallyStore.Row;

/** Rows of {@code sealed_tally}: written once. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TallyStore extends GenericRepository<Row, Id> {
    Row save(Row row);

    Optional<Row> findBySurvey(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey);

    /** A row as it is stored. */
    @MappedEntity("sealed_tally")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id survey,

            byte[] sealed) {}
}
