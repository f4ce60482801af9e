package org.zhisheng.server.scorecard;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.zhisheng.analytics.score.ImprovementStep;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.IdConverter;
import org.zhisheng.server.scorecard.StepStore.Row;

/** Rows of {@code improvement_step}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StepStore extends GenericRepository<Row, Id> {
    Row save(Row row);

    List<Row> findByScorecardOrderByDue(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id scorecard);

    void deleteByIdAndScorecard(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id id,
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id scorecard);

    /** A row as it is stored. */
    @MappedEntity("improvement_step")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id scorecard,

            String indicator,
            double fromValue,
            double target,
            String action,
            String responsible,
            LocalDate due,
            LocalDate retest) {
        ImprovementStep step() {
            return new ImprovementStep(indicator, fromValue, target, action, responsible, due, retest);
        }
    }
}
