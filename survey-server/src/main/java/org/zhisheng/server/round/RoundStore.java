package org.zhisheng.server.round;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;
import org.zhisheng.server.round.RoundStore.Row;

/** Rows of {@code bargaining_round}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RoundStore extends CrudRepository<Row, Id> {
    List<Row> findByOrganizationInOrderByForYearDescAndName(Collection<Id> organizations);

    /** A row as it is stored; {@code terms} is JSON. */
    @MappedEntity("bargaining_round")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id organization,

            String name,
            int forYear,
            Level bargainingLevel,
            Subject subject,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate inForceSince,
            @Nullable LocalDate inForceUntil,
            String terms) {
        static Row of(Round r, String terms) {
            Contract c = r.contract();
            return new Row(
                    r.id(),
                    r.organization(),
                    r.name(),
                    r.year(),
                    r.level(),
                    r.subject(),
                    c.signedOn(),
                    c.inForceSince(),
                    c.inForceUntil(),
                    terms);
        }

        Round round(Terms read) {
            Contract contract = new Contract(signedOn, inForceSince, inForceUntil);
            return new Round(id, organization, name, forYear, bargainingLevel, subject, contract, read);
        }
    }
}
