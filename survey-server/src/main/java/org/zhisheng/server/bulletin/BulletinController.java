package org.zhisheng.server.bulletin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Surveys;

/**
 * How anybody checks that a response was counted. No address here names a receipt: it is looked up in the reader's browser,
 * in the list that everybody downloads whole.
 */
@Hidden
@Controller("/s/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BulletinController {
    private final Surveys surveys;
    private final Publications publications;
    private final BulletinPages pages;
    private final WallSheets sheets;
    private final Receipts receipts;

    BulletinController(
            Surveys surveys, Publications publications, BulletinPages pages, WallSheets sheets, Receipts receipts) {
        this.surveys = surveys;
        this.publications = publications;
        this.pages = pages;
        this.sheets = sheets;
        this.receipts = receipts;
    }

    /** How to check that you were counted, what that proves, and what not; before the close, when it can be checked. */
    @Get("/check")
    @Produces(Pages.HTML)
    ModelAndView<Map<String, Object>> check(String code, Language language) {
        Fielded survey = surveys.byCode(code);
        Optional<Published> published = publications.find(survey.id());
        return new ModelAndView<>(
                "pages/bulletin/check",
                published.map(p -> pages.check(survey, p, language)).orElseGet(() -> pages.waiting(survey, language)));
    }

    /** Every receipt as words on a page: for those without script, and for the wall. */
    @Get("/wall")
    @Produces(Pages.HTML)
    ModelAndView<Map<String, Object>> wall(String code, Language language) {
        Fielded survey = surveys.byCode(code);
        return new ModelAndView<>("pages/bulletin/wall", pages.wall(survey, published(survey), language));
    }

    /** The same to print; long lists come in parts. */
    @Get("/wall.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> print(String code, @QueryValue(defaultValue = "1") int part, Language language) {
        Fielded survey = surveys.byCode(code);
        Publication publication = published(survey).publication();
        if (part < 1 || part > WallSheets.parts(publication.tags().size())) {
            throw ProblemException.of(Problem.NOT_FOUND);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        sheets.print(
                survey.manifest(),
                publication,
                pages.moment(publication.closedAt(), language),
                Wall.of(publication.tags(), receipts, language),
                part,
                language,
                pdf);
        String file = "receipts-" + survey.manifest().code() + "-" + part + ".pdf";
        return HttpResponse.ok(pdf.toByteArray())
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"");
    }

    private Published published(Fielded survey) {
        return publications.find(survey.id()).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }
}
