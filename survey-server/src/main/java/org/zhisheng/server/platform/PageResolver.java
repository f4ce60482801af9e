package org.zhisheng.server.platform;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.views.DefaultViewsResolver;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page a response is: the one it names itself, else the one of its route; none where it has no body (a redirect). */
@Singleton
@Replaces(DefaultViewsResolver.class)
final class PageResolver extends DefaultViewsResolver {
    @Override
    protected Optional<String> resolveView(AnnotationMetadata route, @Nullable Object body) {
        if (body == null) {
            return Optional.empty();
        }
        return body instanceof ModelAndView<?> page && page.getView().isPresent()
                ? page.getView()
                : super.resolveView(route, body);
    }
}
