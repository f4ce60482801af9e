package org.zhisheng.server.kernel;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One text in both languages.
 *
 * @param zh Chinese, simplified
 * @param en English
 */
@Serdeable
public record Text(String zh, String en) {
    /** The same words in both languages: a name that a person typed. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** The text in the given language. */
    public String in(Language language) {
        return switch (language) {
            case CHINESE -> zh;
            case ENGLISH -> en;
        };
    }
}
