package org.zhisheng.server.retention;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;
import org.zhisheng.server.retention.CertificateStore.Survey;

/** Rows of {@code certificate}: added, never changed. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CertificateStore extends GenericRepository<Survey, Id> {
    @Query("""
            INSERT INTO certificate (survey, number, content, fingerprint, signature, signer)
            VALUES (:survey, :number, :content, :fingerprint, :signature, :signer)""")
    void add(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey,
            int number,
            String content,
            String fingerprint,
            String signature,
            String signer);

    @Query("""
            SELECT number, content, fingerprint, signature, signer FROM certificate
            WHERE survey = :survey ORDER BY number DESC LIMIT 1""")
    Optional<Row> latest(@TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id survey);

    /** The table has a key of two columns, of which this is the first. */
    @MappedEntity("certificate")
    record Survey(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id survey) {}

    /** A certificate as it is stored. */
    @Introspected
    record Row(int number, String content, String fingerprint, String signature, String signer) {}
}
