package org.zhisheng.server.platform;

import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.model.ViewModelProcessor;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.zhisheng.server.kernel.Language;

/** Gives every page its language and its own path; pages are rendered from maps. */
@Singleton
final class CommonModel implements ViewModelProcessor<Map<String, Object>> {
    @Override
    public void process(HttpRequest<?> request, ModelAndView<Map<String, Object>> page) {
        Map<String, Object> model = new HashMap<>(page.getModel().orElseGet(Map::of));
        Language language = RequestLanguage.of(request);
        model.putIfAbsent("language", language);
        model.put("lang", language.tag());
        model.put("path", request.getPath());
        page.setModel(model);
    }
}
