package org.zhisheng.server.survey;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.IdConverter;
import org.zhisheng.server.survey.SurveyStore.Row;

/** Rows of {@code survey}, {@code survey_extension} and {@code survey_amendment}. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class SurveyStore implements CrudRepository<Row, Id> {
    abstract List<Row> findByRoundIn(Collection<Id> rounds);

    abstract Optional<Row> findByCode(String code);

    abstract List<Row> findByStateAndClosesLessThanEquals(SurveyState state, Instant closes);

    abstract List<Row> findByDeck(Id deck);

    /** Launched surveys whose manifest the issuer does not have yet. */
    abstract List<Row> findByStateAndDeckIsNotNullAndHandedOverFalse(SurveyState state);

    @Query("UPDATE survey SET handed_over = TRUE WHERE id = :id")
    abstract void handedOver(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    // Called within a write transaction only: by itself it would run in a read-only one, where MySQL locks no rows.
    @Query(
            "SELECT state, opens, closes, CASE WHEN deck IS NULL THEN 0 ELSE 1 END AS admitting FROM survey WHERE id = :id FOR UPDATE")
    abstract Optional<Locked> lock(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    /** Locks the row in the transaction that is under way; there must be one, or the lock would be gone at once. */
    @Transactional(propagation = io.micronaut.transaction.TransactionDefinition.Propagation.MANDATORY)
    Optional<Locked> lockWithinTransaction(Id id) {
        return lock(id);
    }

    /** Runs the work while the row is locked; what it writes is committed together. */
    @Transactional
    <T> T locked(Id id, Function<Locked, T> work) {
        return work.apply(lock(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND)));
    }

    @Query("UPDATE survey SET draft = :draft WHERE id = :id")
    abstract void saveDraft(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id, String draft);

    /** Who stopped a survey early is kept for its close. */
    @Query("UPDATE survey SET closes = :closes, ended_by = :by WHERE id = :id")
    abstract void stop(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id, Instant closes, String by);

    @Query("UPDATE survey SET closes = :closes, ended_by = NULL WHERE id = :id")
    abstract void moveClosing(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id, Instant closes);

    @Query("UPDATE survey SET state = :state, ended_at = :at, ended_by = COALESCE(:by, ended_by) WHERE id = :id")
    abstract void end(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id,
            SurveyState state,
            Instant at,
            @Nullable String by);

    @Query("""
            UPDATE survey SET state = 'LAUNCHED', code = :code, manifest = :manifest, fingerprint = :fingerprint,
              signature = :signature, signer = :signer, opens = :opens, closes = :closes, launched_at = :at,
              launched_by = :by, deck = :deck
            WHERE id = :id""")
    abstract void launch(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id,
            String code,
            String manifest,
            String fingerprint,
            String signature,
            String signer,
            Instant opens,
            Instant closes,
            Instant at,
            String by,
            @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id deck);

    abstract boolean existsByCode(String code);

    @Query("SELECT COUNT(*) FROM survey_extension WHERE survey = :id")
    abstract int countExtensions(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    @Query("INSERT INTO survey_extension VALUES (:id, :number, :from, :to, :reason, :by, :at)")
    abstract void addExtension(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id,
            int number,
            Instant from,
            Instant to,
            String reason,
            String by,
            Instant at);

    @Query("""
            SELECT number, closes_from, closes_to, reason, signed_by, signed_at
            FROM survey_extension WHERE survey = :id ORDER BY number""")
    abstract List<ExtensionRow> extensions(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    @Query("SELECT COUNT(*) FROM survey_amendment WHERE survey = :id")
    abstract int countAmendments(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    @Query("INSERT INTO survey_amendment VALUES (:id, :number, :stratum, :from, :to, :reason, :by, :at)")
    abstract void addAmendment(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id,
            int number,
            String stratum,
            int from,
            int to,
            String reason,
            String by,
            Instant at);

    @Query("""
            SELECT number, stratum, headcount_from, headcount_to, reason, signed_by, signed_at
            FROM survey_amendment WHERE survey = :id ORDER BY number""")
    abstract List<AmendmentRow> amendments(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id);

    /** A row of {@code survey_extension}. */
    @Introspected
    record ExtensionRow(
            int number, Instant closesFrom, Instant closesTo, String reason, String signedBy, Instant signedAt) {
        Extension extension() {
            return new Extension(number, closesFrom, closesTo, reason, signedBy, signedAt);
        }
    }

    /** A row of {@code survey_amendment}. */
    @Introspected
    record AmendmentRow(
            int number,
            String stratum,
            int headcountFrom,
            int headcountTo,
            String reason,
            String signedBy,
            Instant signedAt) {
        Amendment amendment() {
            return new Amendment(number, stratum, headcountFrom, headcountTo, reason, signedBy, signedAt);
        }
    }

    /** What the state of a survey depends on. */
    @Introspected
    record Locked(
            SurveyState state,
            @Nullable Instant opens,
            @Nullable Instant closes,
            int admitting) {
        /** How long answers are taken after the closing time: credentials that were issued in time may still be used. */
        Duration grace() {
            return admitting == 0 ? Duration.ZERO : Surveys.CASTING_GRACE;
        }
    }

    /** A row as it is stored; {@code draft} and {@code manifest} are JSON. */
    @MappedEntity("survey")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id round,

            SurveyState state,
            String draft,
            @Nullable String code,
            @Nullable String manifest,
            @Nullable String fingerprint,
            @Nullable String signature,
            @Nullable String signer,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Instant launchedAt,
            @Nullable String launchedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy,

            @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id deck,

            boolean handedOver) {
        /** A new draft. */
        static Row draft(Id id, Id round, String draft) {
            return new Row(
                    id,
                    round,
                    SurveyState.DRAFT,
                    draft,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false);
        }
    }
}
