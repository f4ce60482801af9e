package org.zhisheng.server.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code league_target}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TargetStore extends GenericRepository<ScorecardStore.Row, Id> {
    /** The targets of an organization that hold in a year: those set for the latest year until then. */
    @Query("""
            SELECT since_year, establishment, awareness, satisfaction, growth_from, growth_to, set_by
            FROM league_target WHERE organization = :organization AND since_year <= :year
            ORDER BY since_year DESC LIMIT 1""")
    Optional<Row> latest(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id organization, int year);

    @Query("""
            INSERT INTO league_target (organization, since_year, establishment, awareness, satisfaction, growth_from,
              growth_to, set_by, set_at)
            VALUES (:organization, :year, :establishment, :awareness, :satisfaction, :growthFrom, :growthTo, :by, :at)
            ON DUPLICATE KEY UPDATE establishment = VALUES(establishment), awareness = VALUES(awareness),
              satisfaction = VALUES(satisfaction), growth_from = VALUES(growth_from), growth_to = VALUES(growth_to),
              set_by = VALUES(set_by), set_at = VALUES(set_at)""")
    void set(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id organization,
            int year,
            @Nullable Double establishment,
            @Nullable Double awareness,
            @Nullable Double satisfaction,
            @Nullable Double growthFrom,
            @Nullable Double growthTo,
            String by,
            Instant at);

    /** A row as it is stored. */
    @Introspected
    record Row(
            int sinceYear,
            @Nullable Double establishment,
            @Nullable Double awareness,
            @Nullable Double satisfaction,
            @Nullable Double growthFrom,
            @Nullable Double growthTo,
            String setBy) {
        Targets targets() {
            return new Targets(establishment, awareness, satisfaction, false, growthFrom, growthTo);
        }
    }
}
