package org.zhisheng.server.retention;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;
import org.zhisheng.server.retention.ForgettingStore.Row;

/** Rows of {@code forgetting}: each step's moment is written once. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ForgettingStore extends GenericRepository<Row, Id> {
    Row save(Row row);

    Optional<Row> findBySurvey(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey);

    /** Surveys of which something is still to be done, now or later. */
    List<Row> findByResponsesAtIsNull();

    @Query("UPDATE forgetting SET collecting_keys_at = :at WHERE survey = :survey AND collecting_keys_at IS NULL")
    int collectingKeys(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey, Instant at);

    @Query("UPDATE forgetting SET tally_at = :at WHERE survey = :survey AND tally_at IS NULL")
    int tally(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey, Instant at);

    @Query("UPDATE forgetting SET responses_at = :at WHERE survey = :survey AND responses_at IS NULL")
    int responses(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey, Instant at);

    /** A row as it is stored. */
    @MappedEntity("forgetting")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id survey,

            Instant closedAt,
            Instant dueAt,
            @Nullable Instant signingKeysAt,
            @Nullable Instant collectingKeysAt,
            @Nullable Instant tallyAt,
            @Nullable Instant responsesAt) {}
}
