package org.zhisheng.analytics.cli.output;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/** Turns the library's records into fields named as their components, in snake case. */
public final class Records {
    private Records() {}

    /** The fields of a record; records and lists within it become fields and lists. */
    public static Fields fields(Record rec) {
        if (rec instanceof Estimate estimate) {
            return new Fields().put(estimate);
        }
        if (rec instanceof Interval interval) {
            return Fields.of(interval);
        }
        Fields fields = new Fields();
        for (RecordComponent component : rec.getClass().getRecordComponents()) {
            fields.put(snakeCase(component.getName()), value(read(rec, component)));
        }
        return fields;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Record inner -> fields(inner);
            case Collection<?> list -> list.stream().map(Records::value).toList();
            case Map<?, ?> map -> {
                Fields fields = new Fields();
                map.forEach((key, v) -> fields.put(String.valueOf(key), value(v)));
                yield fields;
            }
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case null -> null;
            default -> value;
        };
    }

    private static @Nullable Object read(Record rec, RecordComponent component) {
        try {
            return component.getAccessor().invoke(rec);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
