package org.zhisheng.server.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.zhisheng.server.kernel.Language;

/** Times as officers and workers read and type them: China has one time zone. Stored are instants. */
public final class ChinaTime {
    /** The zone of all of China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private ChinaTime() {}

    /** The moment typed as {@code 2026-11-10T08:00}; empty where it is none. */
    static Optional<Instant> read(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .atZone(ZONE)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The moment as {@link #read} takes it. */
    static String typed(Instant moment) {
        return TYPED.format(moment.atZone(ZONE));
    }

    /** The day of the moment. */
    static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** The moment in words, to the minute. */
    public static String say(Instant moment, Language language) {
        return switch (language) {
            case CHINESE -> CHINESE.format(moment.atZone(ZONE));
            case ENGLISH -> ENGLISH.format(moment.atZone(ZONE));
        };
    }
}
