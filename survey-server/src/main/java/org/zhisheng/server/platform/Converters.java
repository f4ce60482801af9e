package org.zhisheng.server.platform;

import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;

/** Lets addresses carry an {@link Id}, and bodies a {@link Entries}. */
@Singleton
final class Converters implements TypeConverterRegistrar {
    @Override
    public void register(MutableConversionService service) {
        service.addConverter(CharSequence.class, Id.class, (text, type, context) -> Id.parse(text.toString()));
        service.addConverter(Map.class, Entries.class, (body, type, context) -> Optional.of(Entries.of(body)));
        service.addConverter(
                byte[].class,
                Id.class,
                (bytes, type, context) -> bytes.length == Id.BYTES ? Optional.of(Id.of(bytes)) : Optional.empty());
        service.addConverter(Id.class, byte[].class, (id, type, context) -> Optional.of(id.bytes()));
    }
}
