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
import io.swagger.v3.oas.annotations.Hidden;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.survey.PageBundle;

/** What a worker may want to know before answering: what is promised and what is not, and what will be published. */
@Hidden
@Controller("/s/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PromiseController {
    private final Forms forms;
    private final PromisePages pages;
    private final PageBundle bundle;

    PromiseController(Forms forms, PromisePages pages, PageBundle bundle) {
        this.forms = forms;
        this.pages = pages;
        this.bundle = bundle;
    }

    /** What is known about who answers, what cannot be known, and what this way of asking cannot promise. */
    @Get("/promise")
    @Produces(Pages.HTML)
    HttpResponse<?> promise(HttpRequest<?> request, String code, Language language) {
        return PhoneController.page(request, "promise", pages.promise(forms.find(code, null), language), HttpStatus.OK);
    }

    /** What the employer will see. */
    @Get("/seen")
    @Produces(Pages.HTML)
    HttpResponse<?> seen(HttpRequest<?> request, String code, Language language) {
        return PhoneController.page(request, "seen", pages.seen(forms.find(code, null), language), HttpStatus.OK);
    }

    /** The hashes of style and scripts as they are served now; {@code sha256sum} of it is the manifest's {@code bundle}. */
    @Get("/bundle")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> bundle() {
        return HttpResponse.ok(bundle.text()).contentType(MediaType.of("text/plain;charset=UTF-8"));
    }
}
