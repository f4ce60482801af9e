package org.zhisheng.server.platform;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.views.handlebars.HandlebarsFactory;
import jakarta.inject.Singleton;

/**
 * Handlebars over the templates module. The renderer prefixes the views folder while partials are named from its root,
 * so the loader takes both spellings.
 */
@Factory
final class Views {
    static final String FOLDER = "zhisheng";

    @Singleton
    @Replaces(value = Handlebars.class, factory = HandlebarsFactory.class)
    Handlebars handlebars(Messages messages, Assets assets) {
        Handlebars handlebars = new Handlebars(new Loader()).with(new ConcurrentMapTemplateCache());
        // The tree of organizations is a partial that includes itself.
        handlebars.setInfiniteLoops(true);
        new TemplateHelpers(messages, assets).register(handlebars);
        return handlebars;
    }

    private static final class Loader extends ClassPathTemplateLoader {
        Loader() {
            super("/" + FOLDER, ".hbs");
        }

        @Override
        public String resolve(String location) {
            String name = location.startsWith("/") ? location.substring(1) : location;
            return super.resolve(name.startsWith(FOLDER + "/") ? name.substring(FOLDER.length() + 1) : name);
        }
    }
}
