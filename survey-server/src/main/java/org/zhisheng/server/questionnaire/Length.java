package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Optional;

/** How much of a questionnaire is put to respondents. */
@Serdeable
public enum Length {
    /** What takes under three minutes; the default. */
    CORE,
    /** All of it, by choice. */
    FULL;

    /** The name in manifests and forms: {@code core} or {@code full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The length with the given code. */
    public static Optional<Length> of(String code) {
        for (Length length : values()) {
            if (length.code().equals(code)) {
                return Optional.of(length);
            }
        }
        return Optional.empty();
    }
}
