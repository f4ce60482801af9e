package org.zhisheng.server.platform;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Text;

/**
 * The few helpers that pages use: {@code {{t "key" arguments…}}} for the interface's words, {@code {{text value}}} for a
 * two-language text, {@code {{fault "field"}}} for what is wrong with an entry (empty when nothing is: the model's entry
 * {@code faults}), {@code {{asset "file"}}} for the address of a style or script, {@code {{moment instant}}} for a point in time as people in China read it, {@code {{under "/path"}}} for
 * whether the page lies there, and the comparisons of Handlebars.java ({@code eq}, {@code not}, {@code and}, {@code or}, {@code gt} …). The
 * language is the model's entry {@code language}.
 */
final class TemplateHelpers {
    /** One time zone holds in all of China, whatever the server's clock is set to. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Messages messages;

    private final Assets assets;

    TemplateHelpers(Messages messages, Assets assets) {
        this.messages = messages;
        this.assets = assets;
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
        handlebars.registerHelper("fault", (field, options) -> fault(Objects.toString(field), options));
        handlebars.registerHelper("asset", (file, options) -> assets.address(Objects.toString(file)));
        handlebars.registerHelper("moment", (instant, options) -> moment(instant, language(options)));
        handlebars.registerHelper("under", (folder, options) -> isUnder(Objects.toString(folder), options));
    }

    private static String moment(Object instant, Language language) {
        return instant instanceof Instant time
                ? DateTimeFormatter.ofPattern(language == Language.CHINESE ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm")
                        .withLocale(language.locale())
                        .format(time.atZone(CHINA))
                : "";
    }

    private String fault(String field, Options options) {
        List<?> faults = options.context.get("faults") instanceof List<?> list ? list : List.of();
        return faults.stream()
                .filter(f -> f instanceof Fault fault && fault.field().equals(field))
                .map(f -> (Fault) f)
                .map(f -> messages.say(language(options), f.key(), f.arguments()))
                .collect(Collectors.joining(" "));
    }

    /** True or, as Handlebars has it for false, null. */
    private static @Nullable Boolean isUnder(String folder, Options options) {
        String path = Objects.toString(options.context.get("path"), "");
        return path.equals(folder) || path.startsWith(folder + "/") ? true : null;
    }

    /**
     * A helper hides what a model calls by its name, and without a value it gets the whole context: {@code {{text}}} would
     * print a record's fields. So it takes texts alone.
     */
    private static String said(@Nullable Object value, Language language) {
        return switch (value) {
            case null -> "";
            case Text text -> text.in(language);
            case CharSequence words -> words.toString();
            default ->
                throw new IllegalArgumentException("{{text}} was given a "
                        + value.getClass().getSimpleName() + "; for an entry named text, write {{this.text}}");
        };
    }

    private static Language language(Options options) {
        Object language = options.context.get("language");
        return language instanceof Language known ? known : Language.CHINESE;
    }
}
