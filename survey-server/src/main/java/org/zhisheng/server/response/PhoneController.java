package org.zhisheng.server.response;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.ContentSecurity;
import org.zhisheng.server.survey.Admission;

/** The worker's pages. Opening them changes nothing and leaves nothing, however often and by whatever they are opened. */
@Hidden
@Controller("/s/{code}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PhoneController {
    private final Forms forms;
    private final PhonePages pages;
    private final CheckWords words;
    private final Clock clock;

    PhoneController(Forms forms, PhonePages pages, CheckWords words, Clock clock) {
        this.forms = forms;
        this.pages = pages;
        this.words = words;
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
        Form form = forms.find(code, stratum);
        return form.survey().manifest().mode().isAdmitting()
                ? HttpResponse.seeOther(URI.create(form.home()))
                : questions(request, language, form);
    }

    /** Whoever opens the address of the submit starts over. */
    @Get("/answers")
    HttpResponse<?> answers(String code) {
        return HttpResponse.seeOther(URI.create(forms.find(code, null).home()));
    }

    /** Thanks: a public address that looks the same to who has not answered. */
    @Get("/thanks")
    HttpResponse<?> thanks(HttpRequest<?> request, String code, Language language) {
        return page(request, "thanks", pages.thanks(forms.find(code, null), language));
    }

    /** The words of which receipts are made, one a line: they never change, so browsers may keep them. */
    @Get("/words")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> words(Language language) {
        return HttpResponse.ok(String.join("\n", words.list(language)))
                .contentType(MediaType.of("text/plain;charset=UTF-8"))
                .header("Cache-Control", "public, max-age=31536000");
    }

    private HttpResponse<?> questions(HttpRequest<?> request, Language language, Form form) {
        if (!form.isAnswerable(clock.instant())) {
            return page(request, "shut", pages.shut(form, language));
        }
        allowIssuer(request, form.survey().manifest().admission());
        boolean answered = AnsweredCookieConfig.isPresent(request, form.survey());
        Map<String, Object> model = pages.blank(form, language, answered);
        model.put("kiosk", request.getParameters().contains("kiosk"));
        return page(request, "questions", model);
    }

    private static void allowIssuer(HttpRequest<?> request, @Nullable Admission admission) {
        if (admission != null) {
            URI issuer = URI.create(admission.issuer());
            String origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
            ContentSecurity.allowConnect(request, origin);
            ContentSecurity.allowForm(request, origin);
        }
    }

    private static HttpResponse<?> page(HttpRequest<?> request, String name, Map<String, Object> model) {
        return page(request, name, model, HttpStatus.OK);
    }

    /** A page of {@link PhonePages}, with the style and scripts that its model names. */
    static HttpResponse<?> page(HttpRequest<?> request, String name, Map<String, Object> model, HttpStatus status) {
        List<String> scripts = Stream.of("headScript", "script")
                .flatMap(key -> Stream.ofNullable(model.get(key)))
                .map(Object::toString)
                .toList();
        ContentSecurity.allowInline(request, String.valueOf(model.get("style")), scripts);
        return HttpResponse.status(status).body(new ModelAndView<>("pages/response/" + name, model));
    }
}
