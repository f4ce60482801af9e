package org.zhisheng.server.report;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Documents;
import org.zhisheng.server.platform.PdfPrinter;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.result.ReprisalAlerts;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/** The released result of a survey as a page, a PDF and a CSV file. */
@Hidden
@Controller("/console/surveys/{survey}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Results results;
    private final Surveys surveys;
    private final Access access;
    private final CommentViews comments;
    private final ReprisalAlerts alerts;
    private final ResultViews views;
    private final ResultCsv csv;
    private final Documents documents;
    private final PdfPrinter printer;

    ReportController(
            Results results,
            Surveys surveys,
            Access access,
            CommentViews comments,
            ReprisalAlerts alerts,
            ResultViews views,
            ResultCsv csv,
            Documents documents,
            PdfPrinter printer) {
        this.results = results;
        this.surveys = surveys;
        this.access = access;
        this.comments = comments;
        this.alerts = alerts;
        this.views = views;
        this.csv = csv;
        this.documents = documents;
        this.printer = printer;
    }

    @Get("/result")
    @Produces(MediaType.TEXT_HTML)
    ModelAndView<Map<String, Object>> page(Id survey, Actor actor, Language language) {
        Fielded fielded = surveys.get(survey);
        access.require(actor, Permission.READ_RELEASE, fielded.manifest().organization());
        return results.find(survey)
                .map(result -> new ModelAndView<>("pages/report/result", page(result, actor, language)))
                .orElseGet(() -> new ModelAndView<>("pages/report/open", open(fielded, actor, language)));
    }

    @Get("/result.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> pdf(Id survey, Actor actor, Language language) {
        PublishedResult result = released(survey, actor);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(documents.fill("reports/result", language, model(result, language)), pdf);
        return file(pdf.toByteArray(), result, "pdf").contentType(MediaType.APPLICATION_PDF_TYPE);
    }

    @Get("/result.csv")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> csv(Id survey, Actor actor, Language language) {
        PublishedResult result = released(survey, actor);
        return file(csv.of(result, language).getBytes(StandardCharsets.UTF_8), result, "csv")
                .contentType(MediaType.of("text/csv;charset=UTF-8"));
    }

    private PublishedResult released(Id survey, Actor actor) {
        access.require(
                actor, Permission.READ_RELEASE, surveys.get(survey).manifest().organization());
        Optional<PublishedResult> result = results.find(survey);
        return result.orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
    }

    /** The page has what a document cannot have: what the reader may do, and what reaches some readers only. */
    private Map<String, Object> page(PublishedResult result, Actor actor, Language language) {
        Id organization = result.survey().manifest().organization();
        Map<String, Object> model = model(result, language);
        boolean redacts = access.may(actor, Permission.REDACT_COMMENTS, organization)
                || access.may(actor, Permission.REDACT_RESTRICTED_COMMENTS, organization);
        model.put("mayRedact", redacts && comments.areDeclared(result.survey()));
        model.put("mayReadRestricted", access.may(actor, Permission.READ_RESTRICTED_RELEASE, organization));
        model.put(
                "reprisal",
                access.may(actor, Permission.READ_REPRISAL_ALERT, organization)
                        && alerts.isRaised(result.survey().id()));
        return model;
    }

    private Map<String, Object> model(PublishedResult result, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("survey", result.survey().id());
        model.put("code", result.survey().manifest().code());
        model.put("view", views.of(result, language));
        comments.of(result.survey(), Audience.EVERYONE, language).ifPresent(view -> model.put("comments", view));
        model.put("gradeKey", "report.grade." + result.coverage().grade());
        return model;
    }

    private Map<String, Object> open(Fielded fielded, Actor actor, Language language) {
        Manifest manifest = fielded.manifest();
        Map<String, Object> model = new HashMap<>();
        model.put("survey", fielded.id());
        model.put("title", manifest.title().in(language));
        model.put("organization", manifest.organizationName());
        model.put("round", manifest.roundName());
        model.put("closes", MOMENT.format(fielded.closes()));
        model.put("cancelled", fielded.state() == SurveyState.CANCELLED);
        model.put("mayClose", access.may(actor, Permission.CLOSE_SURVEY, manifest.organization()));
        return model;
    }

    private static MutableHttpResponse<byte[]> file(byte[] content, PublishedResult result, String ending) {
        String name = "zhisheng-" + result.survey().manifest().code() + "." + ending;
        return HttpResponse.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
