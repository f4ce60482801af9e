package org.zhisheng.server.kernel;

import java.util.Locale;
import java.util.Optional;

/** A language that the interface and the questionnaires speak. Chinese is what a reader gets who asked for neither. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, which is also the name of the folder or file of its texts. */
    public String tag() {
        return tag;
    }

    /** The locale for formatting numbers and dates. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language of a tag such as {@code en}, {@code en-GB} or {@code zh-Hans-CN}; empty for any other. */
    public static Optional<Language> of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return switch (primary) {
            case "zh" -> Optional.of(CHINESE);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }
}
