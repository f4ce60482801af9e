package org.zhisheng.server.platform;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Serdeable records to JSON (UTF-8) and back, for documents that are stored or signed. */
@Singleton
public final class Json {
    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** One that needs no application context: for commands that start no server. */
    public static Json standalone() {
        return new Json(ObjectMapper.create(
                Map.of("micronaut.serde.serialization.inclusion", "non_null"), "org.zhisheng.server.platform"));
    }

    /** The value's JSON; equal values give equal bytes. */
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a " + value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public <T> T read(byte[] json, Class<T> type) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, type), "the document is null");
        } catch (IOException e) {
            throw new UncheckedIOException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
