package org.zhisheng.server.platform;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.zhisheng.server.kernel.Id;

/** Writes an {@link Id} to JSON as its 32 hexadecimal digits. */
@Singleton
final class IdSerde implements Serde<Id> {
    @Override
    public Id deserialize(Decoder decoder, DecoderContext context, Argument<? super Id> type) throws IOException {
        String text = decoder.decodeString();
        return Id.parse(text).orElseThrow(() -> new IOException("not an id: 32 hexadecimal digits are expected"));
    }

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Id> type, Id value)
            throws IOException {
        encoder.encodeString(value.toString());
    }
}
