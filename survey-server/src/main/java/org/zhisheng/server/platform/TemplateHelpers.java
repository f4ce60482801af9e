package org.zhisheng.server.platform;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Text;

/**
 * The few helpers that pages use: {@code {{t "key" arguments…}}} for the interface's words, {@code {{text value}}} for a
 * two-language text, and the comparisons of Handlebars.java ({@code eq}, {@code not}, {@code and}, {@code or}, {@code gt} …). The language is the model's
 * entry {@code language}.
 */
final class TemplateHelpers {
    private final Messages messages;

    TemplateHelpers(Messages messages) {
        this.messages = messages;
    }

    void register(Handlebars handlebars) {
        for (ConditionalHelpers helper : ConditionalHelpers.values()) {
            handlebars.registerHelper(helper.name(), helper);
        }
        handlebars.registerHelper(
                "t",
                (key, options) ->
                        messages.say(language(options), Objects.toString(key), Arrays.asList(options.params)));
        handlebars.registerHelper("text", (value, options) -> said(value, language(options)));
    }

    private static String said(@Nullable Object value, Language language) {
        return value instanceof Text text ? text.in(language) : Objects.toString(value, "");
    }

    private static Language language(Options options) {
        Object language = options.context.get("language");
        return language instanceof Language known ? known : Language.CHINESE;
    }
}
