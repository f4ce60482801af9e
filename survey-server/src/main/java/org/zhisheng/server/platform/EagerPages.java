package org.zhisheng.server.platform;

import com.github.jknack.handlebars.Handlebars;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.Writable;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.views.ViewsConfiguration;
import io.micronaut.views.handlebars.HandlebarsViewsRenderer;
import io.micronaut.views.handlebars.HandlebarsViewsRendererConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Renders a page whole before its response begins, so that a fault in a template becomes an error page and not a response
 * that breaks off.
 */
@Singleton
@Replaces(HandlebarsViewsRenderer.class)
final class EagerPages<T, R> extends HandlebarsViewsRenderer<T, R> {
    EagerPages(
            ViewsConfiguration views,
            ClassPathResourceLoader resources,
            HandlebarsViewsRendererConfiguration configuration,
            Handlebars handlebars) {
        super(views, resources, configuration, handlebars);
    }

    @Override
    public Writable render(String view, @Nullable T model, @Nullable R request) {
        StringWriter page = new StringWriter();
        try {
            super.render(view, model, request).writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + view + " cannot be written", e);
        }
        return writer -> writer.write(page.toString());
    }
}
