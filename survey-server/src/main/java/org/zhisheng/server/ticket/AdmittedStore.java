package org.zhisheng.server.ticket;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code admitted_survey}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AdmittedStore extends CrudRepository<AdmittedStore.Row, Id> {
    Optional<Row> findByCode(String code);

    List<Row> findByDeck(Id deck);

    boolean existsByAddressAndState(String address, AdmittedState state);

    @Query("""
            UPDATE admitted_survey SET state = 'OPEN', code = :code, address = :address, opens = :opens, closes = :closes, manifest = :manifest
            WHERE survey = :survey AND state = 'PREPARED'""")
    void open(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey,
            String code,
            String address,
            Instant opens,
            Instant closes,
            String manifest);

    @Query("UPDATE admitted_survey SET closes = :closes WHERE survey = :survey AND state = 'OPEN'")
    void moveClosing(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey, Instant closes);

    @Query("""
            INSERT INTO corrected_headcount (survey, stratum, headcount) VALUES (:survey, :stratum, :headcount)
            ON DUPLICATE KEY UPDATE headcount = VALUES(headcount)""")
    void correct(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey,
            String stratum,
            int headcount);

    @Query("SELECT stratum, headcount FROM corrected_headcount WHERE survey = :survey")
    List<Corrected> corrections(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey);

    /** Whether it was the survey's end: false where it had ended before. */
    @Query("""
            UPDATE admitted_survey SET state = :state, reconciliation = :reconciliation
            WHERE survey = :survey AND state IN ('PREPARED', 'OPEN')""")
    long end(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey,
            AdmittedState state,
            @Nullable String reconciliation);

    /** A headcount that was corrected after the launch. */
    @Introspected
    record Corrected(String stratum, int headcount) {}

    /** A survey for which credentials are issued. */
    @MappedEntity("admitted_survey")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id survey,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id deck,

            int slot,
            AdmittedState state,
            @Nullable String code,
            @Nullable String address,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable String manifest,
            @Nullable String reconciliation) {
        static Row prepared(Id survey, Id deck, int slot) {
            return new Row(survey, deck, slot, AdmittedState.PREPARED, null, null, null, null, null, null);
        }
    }
}
