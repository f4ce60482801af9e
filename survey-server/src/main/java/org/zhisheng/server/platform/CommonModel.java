package org.zhisheng.server.platform;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;

/**
 * What every page's model has: {@code language} and its tag {@code lang}, {@code path}, who is signed in ({@code actor},
 * absent on public pages), and {@code languageLinks}: this page in each language. Pages are rendered from maps.
 */
@Singleton
final class CommonModel implements ViewModelProcessor<Map<String, Object>> {
    private final InstallationConfig installation;

    CommonModel(InstallationConfig installation) {
        this.installation = installation;
    }

    @Override
    public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> page) {
        Map<String, Object> own = page.getModel().orElseGet(Map::of);
        Map<String, Object> model = new HashMap<>(of(request, Objects.toString(own.get("self"), null)));
        model.putAll(own);
        page.setModel(model);
    }

    Map<String, Object> of(HttpRequest<?> request, @Nullable String self) {
        Map<String, Object> model = new HashMap<>();
        Language language = RequestLanguage.of(request);
        model.put("language", language);
        model.put("lang", language.tag());
        model.put("path", request.getPath());
        model.put("demo", installation.demo());
        Map<String, Object> links = new HashMap<>();
        for (Language each : Language.values()) {
            links.put(each.tag(), inLanguage(request, self, each));
        }
        model.put("languageLinks", links);
        request.getAttribute(RequestAttributes.ACTOR).ifPresent(actor -> model.put("actor", actor));
        return model;
    }

    /** A page that answers a form is not reached by its own address: it says as {@code self} which one is. */
    private static String inLanguage(HttpRequest<?> request, @Nullable String self, Language language) {
        UriBuilder link = UriBuilder.of(self == null ? request.getPath() : self);
        if (request.getMethod() == HttpMethod.GET) {
            request.getParameters().forEach((name, values) -> link.queryParam(name, values.toArray()));
        }
        return link.replaceQueryParam(RequestLanguage.NAME, language.tag()).toString();
    }
}
