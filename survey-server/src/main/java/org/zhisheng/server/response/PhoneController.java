package org.zhisheng.server.response;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.ContentSecurity;

/** The worker's pages. Opening them changes nothing and leaves nothing, however often and by whatever they are opened. */
@Hidden
@Controller("/s/{code}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PhoneController {
    private final Forms forms;
    private final PhonePages pages;
    private final PhoneAssets assets;
    private final Clock clock;

    PhoneController(Forms forms, PhonePages pages, PhoneAssets assets, Clock clock) {
        this.forms = forms;
        this.pages = pages;
        this.assets = assets;
        this.clock = clock;
    }

    /** The questions, where the stratum is asked. */
    @Get
    HttpResponse<?> questions(HttpRequest<?> request, String code, Language language) {
        return questions(request, language, forms.find(code, null));
    }

    /** The questions of a stratum's poster. */
    @Get("/{stratum}")
    HttpResponse<?> questions(HttpRequest<?> request, String code, String stratum, Language language) {
        return questions(request, language, forms.find(code, stratum));
    }

    /** Whoever opens the address of the submit starts over. */
    @Get("/answers")
    HttpResponse<?> answers(String code) {
        return HttpResponse.seeOther(URI.create(forms.find(code, null).home()));
    }

    /** Thanks: a public address that looks the same to who has not answered. */
    @Get("/thanks")
    HttpResponse<?> thanks(HttpRequest<?> request, String code, Language language) {
        return page(request, "thanks", pages.page(forms.find(code, null), language));
    }

    /** What is known about who answers, what cannot be known, and what this way of asking cannot promise. */
    @Get("/promise")
    HttpResponse<?> promise(HttpRequest<?> request, String code, Language language) {
        Form form = forms.find(code, null);
        Map<String, Object> model = pages.page(form, language);
        model.put("minimumGroup", form.survey().manifest().rules().minimumGroup());
        model.put("encrypted", form.survey().manifest().address().startsWith("https:"));
        return page(request, "promise", model);
    }

    private HttpResponse<?> questions(HttpRequest<?> request, Language language, Form form) {
        if (!form.survey().isOpen(clock.instant())) {
            return page(request, "shut", pages.shut(form, language));
        }
        boolean answered = AnsweredCookieConfig.isPresent(request, form.survey());
        return page(request, "questions", pages.blank(form, language, answered));
    }

    private HttpResponse<?> page(HttpRequest<?> request, String name, Map<String, Object> model) {
        ContentSecurity.allowInline(request, assets.hashes());
        return HttpResponse.ok(new ModelAndView<>("pages/response/" + name, model));
    }
}
