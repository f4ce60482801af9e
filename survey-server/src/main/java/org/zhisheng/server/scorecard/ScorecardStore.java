package org.zhisheng.server.scorecard;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;
import org.zhisheng.server.scorecard.ScorecardStore.Row;

/** Rows of {@code scorecard} and {@code scorecard_entry}. Entries are only added; a signed scorecard is never updated. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ScorecardStore extends GenericRepository<Row, Id> {
    Row save(Row row);

    Optional<Row> findById(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    List<Row> findByOrganizationInOrderByForYearDescAndOpenedAtDesc(Collection<Id> organizations);

    // Called within a write transaction only, as the survey's lock.
    @Query("SELECT scheme FROM scorecard WHERE id = :id AND fingerprint IS NULL FOR UPDATE")
    Optional<String> lockOpen(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    @Query("""
            UPDATE scorecard SET content = :content, fingerprint = :fingerprint, signed_by = :by, signed_at = :at
            WHERE id = :id AND fingerprint IS NULL""")
    int sign(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id,
            String content,
            String fingerprint,
            String by,
            Instant at);

    @Query("""
            SELECT subject, side, number, finding, about, value, note, account, entered_by, entered_at
            FROM scorecard_entry WHERE scorecard = :scorecard ORDER BY subject, side, number""")
    List<EntryRow> entries(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id scorecard);

    @Query("""
            INSERT INTO scorecard_entry
              (scorecard, subject, side, number, finding, about, value, note, account, entered_by, entered_at)
            VALUES (:scorecard, :subject, :side, :number, :finding, :about, :value, :note, :account, :by, :at)""")
    void addEntry(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id scorecard,
            String subject,
            String side,
            int number,
            @Nullable String finding,
            @Nullable Integer about,
            String value,
            String note,
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id account,
            String by,
            Instant at);

    /** A row of {@code scorecard_entry}; the account as bytes, as rows that are no entities are read without converters. */
    @Introspected
    record EntryRow(
            String subject,
            String side,
            int number,
            @Nullable String finding,
            @Nullable Integer about,
            String value,
            String note,

            byte[] account,
            String enteredBy,
            Instant enteredAt) {
        Entry entry() {
            return new Entry(
                    number,
                    finding == null ? null : Finding.valueOf(finding),
                    about,
                    value,
                    note,
                    enteredBy,
                    enteredAt);
        }
    }

    /** A row as it is stored; {@code content} is JSON. */
    @MappedEntity("scorecard")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id round,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id organization,

            int forYear,
            String scheme,
            String schemeVersion,
            String openedBy,
            Instant openedAt,
            @Nullable String content,
            @Nullable String fingerprint,
            @Nullable String signedBy,
            @Nullable Instant signedAt) {}
}
