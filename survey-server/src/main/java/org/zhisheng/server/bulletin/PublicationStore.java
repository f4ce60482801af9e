package org.zhisheng.server.bulletin;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.zhisheng.server.bulletin.PublicationStore.Row;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code publication}: written once, never changed. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PublicationStore extends GenericRepository<Row, Id> {
    Row save(Row row);

    Optional<Row> findBySurvey(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey);

    boolean existsBySurvey(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey);

    /** A row as it is stored. */
    @MappedEntity("publication")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id survey,

            String content,
            String fingerprint,
            String signature,
            String signer) {}
}
