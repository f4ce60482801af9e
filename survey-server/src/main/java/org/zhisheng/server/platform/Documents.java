package org.zhisheng.server.platform;

import com.github.jknack.handlebars.Handlebars;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.zhisheng.server.kernel.Language;

/** Fills a template that is no page of its own: a poster, a report. */
@Singleton
public final class Documents {
    private final Handlebars handlebars;

    Documents(Handlebars handlebars) {
        this.handlebars = handlebars;
    }

    /**
     * The filled template.
     *
     * @param name path in the templates module without ending, for example {@code posters/a4}
     * @param language language of its words
     * @param model what it names
     */
    public String fill(String name, Language language, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("language", language);
        all.put("lang", language.tag());
        try {
            return handlebars.compile(name).apply(all);
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + name + " cannot be read", e);
        }
    }
}
