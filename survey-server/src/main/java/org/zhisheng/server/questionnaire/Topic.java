package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Text;

/**
 * A topic of bargaining.
 *
 * @param code {@code T01} … {@code T21}, or {@link #OTHER}
 * @param field whether it secures rights or shares gains; null for other
 * @param name its name
 */
@Serdeable
public record Topic(String code, @Nullable Field field, Text name) {
    /** Code of the topic that is none of the listed ones. */
    public static final String OTHER = "T99";

    /** The two fields that bargaining widens from and to. */
    @Serdeable
    public enum Field {
        /** 权益: rights that the law or the contract secures. */
        RIGHTS,
        /** 共享: a share in what was gained. */
        SHARING
    }
}
