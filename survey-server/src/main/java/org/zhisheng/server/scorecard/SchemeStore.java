package org.zhisheng.server.scorecard;

import io.micronaut.core.annotation.Introspected;
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

/** Rows of {@code scheme_version}. What was adopted is never updated: the statement itself refuses it. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SchemeStore extends GenericRepository<ScorecardStore.Row, Id> {
    @Query("""
            SELECT id, version, owner, definition, words_zh, words_en, judgements, saved_by, saved_at, fingerprint,
              adopted_by, adopted_at
            FROM scheme_version ORDER BY id, version""")
    List<Row> all();

    @Query("""
            SELECT id, version, owner, definition, words_zh, words_en, judgements, saved_by, saved_at, fingerprint,
              adopted_by, adopted_at
            FROM scheme_version WHERE id = :name AND version = :version""")
    Optional<Row> find(String name, String version);

    @Query("""
            INSERT INTO scheme_version (id, version, owner, definition, words_zh, words_en, judgements, saved_by, saved_at)
            VALUES (:name, :version, :owner, :definition, :wordsZh, :wordsEn, '[]', :by, :at)""")
    void add(
            String name,
            String version,
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id owner,
            String definition,
            String wordsZh,
            String wordsEn,
            String by,
            Instant at);

    @Query("""
            UPDATE scheme_version SET definition = :definition, words_zh = :wordsZh, words_en = :wordsEn,
              judgements = :judgements, saved_by = :by, saved_at = :at
            WHERE id = :name AND version = :version AND fingerprint IS NULL""")
    int save(
            String name,
            String version,
            String definition,
            String wordsZh,
            String wordsEn,
            String judgements,
            String by,
            Instant at);

    @Query("""
            UPDATE scheme_version SET fingerprint = :fingerprint, adopted_by = :by, adopted_at = :at
            WHERE id = :name AND version = :version AND fingerprint IS NULL""")
    int adopt(String name, String version, String fingerprint, String by, Instant at);

    /** A row as it is stored; its owner as bytes, as rows that are no entities are read without converters. */
    @Introspected
    record Row(
            String id,
            String version,

            byte[] owner,
            String definition,
            String wordsZh,
            String wordsEn,
            String judgements,
            String savedBy,
            Instant savedAt,
            @Nullable String fingerprint,
            @Nullable String adoptedBy,
            @Nullable Instant adoptedAt) {}
}
