package org.zhisheng.server.response;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Surveys;

/**
 * Where the QR code of a card leads: to the survey of its deck that is open. Browsers carry the part behind {@code #} along
 * when they are sent on, so that the secret is never seen here.
 */
@Hidden
@Controller("/c/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeckController {
    private final Surveys surveys;
    private final Forms forms;
    private final PhonePages pages;
    private final Clock clock;

    DeckController(Surveys surveys, Forms forms, PhonePages pages, Clock clock) {
        this.surveys = surveys;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Sends on to the only open survey, lists them where there are several, or tells why there is none.
     *
     * @param code short code of the survey whose manifest stands on the cards
     */
    @Get
    @Produces(Pages.HTML)
    HttpResponse<?> open(HttpRequest<?> request, String code, Language language) {
        List<Fielded> all = surveys.ofDeck(code);
        List<Form> open = all.stream()
                .map(survey -> forms.find(survey.manifest().code(), null))
                .filter(form -> form.isAnswerable(clock.instant()))
                .toList();
        if (open.size() == 1) {
            return HttpResponse.seeOther(URI.create(open.getFirst().home()));
        }
        if (open.size() > 1) {
            return PhoneController.page(request, "deck", pages.deck(open, language), HttpStatus.OK);
        }
        Fielded latest = all.stream().reduce((a, b) -> b).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return PhoneController.page(
                request, "shut", pages.shut(forms.find(latest.manifest().code(), null), language), HttpStatus.OK);
    }
}
