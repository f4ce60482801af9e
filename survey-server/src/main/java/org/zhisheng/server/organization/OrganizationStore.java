package org.zhisheng.server.organization;

import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.OrganizationStore.Row;
import org.zhisheng.server.platform.IdConverter;

/** Rows of {@code organization}. The tree is small (thousands of nodes): pages that show it read it whole. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganizationStore extends CrudRepository<Row, Id> {
    List<Row> findAllOrderByPosition();

    List<Row> findByParentOrderByPosition(
            @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class) Id parent);

    /** A row as it is stored. */
    @MappedEntity("organization")
    record Row(
            @io.micronaut.data.annotation.Id @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id id,

            @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = IdConverter.class)
            Id parent,

            OrganizationKind kind,
            String name,
            @Nullable String areaCode,
            int position,
            @Nullable SizeClass sizeClass,
            @Nullable Ownership ownership) {
        static Row of(Organization o) {
            return new Row(o.id(), o.parent(), o.kind(), o.name(), o.areaCode(), o.position(), o.size(), o.ownership());
        }

        Organization organization() {
            return new Organization(id, parent, kind, name, areaCode, position, sizeClass, ownership);
        }
    }
}
