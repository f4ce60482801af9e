package org.zhisheng.server.platform;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/** Stores an {@link Id} as {@code BINARY(16)}. */
@Singleton
public final class IdConverter implements AttributeConverter<Id, byte[]> {
    @Override
    public byte @Nullable [] convertToPersistedValue(@Nullable Id id, ConversionContext context) {
        return id == null ? null : id.bytes();
    }

    @Override
    public @Nullable Id convertToEntityValue(byte @Nullable [] bytes, ConversionContext context) {
        return bytes == null ? null : Id.of(bytes);
    }
}
