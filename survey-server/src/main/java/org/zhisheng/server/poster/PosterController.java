package org.zhisheng.server.poster;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.questionnaire.AnsweringTime;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Surveys;

/** The posters of a launched survey: on the screen, as images, and as pages to print. */
@Hidden
@Controller("/console/surveys/{survey}/poster")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PosterController {
    // The files produce anything, so that whoever asks for a page without being signed in is sent to sign in.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** Pixels a module of the PNG: about 400 pixels a side, sharp on a screen and in a chat. */
    private static final int SCALE = 10;

    private final Surveys surveys;
    private final Access access;
    private final PosterSheets sheets;
    private final CheckWords words;

    PosterController(Surveys surveys, Access access, PosterSheets sheets, CheckWords words) {
        this.surveys = surveys;
        this.access = access;
        this.sheets = sheets;
        this.words = words;
    }

    @Get
    @View("pages/poster/posters")
    Map<String, Object> page(Id survey, Actor actor) {
        Fielded fielded = fielded(survey, actor);
        Map<String, Object> model = new HashMap<>();
        model.put("survey", survey);
        model.put("title", fielded.manifest().title());
        model.put("organization", fielded.manifest().organizationName());
        model.put("round", fielded.manifest().roundName());
        model.put("words", words(fielded));
        model.put("closes", MOMENT.format(fielded.closes()));
        model.put("posters", Poster.of(fielded.manifest(), fielded.fingerprint()));
        return model;
    }

    @Get("/{name}.png")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> png(Id survey, String name, Actor actor) {
        return HttpResponse.ok(poster(fielded(survey, actor), name).qr().png(SCALE))
                .contentType(MediaType.IMAGE_PNG_TYPE);
    }

    @Get("/{name}.svg")
    @Produces(MediaType.ALL)
    HttpResponse<String> svg(Id survey, String name, Actor actor) {
        return HttpResponse.ok(poster(fielded(survey, actor), name).qr().svg())
                .contentType(MediaType.of("image/svg+xml"));
    }

    /** The page of one poster, or of every stratum's where {@code all} is asked for. */
    @Get("/{name}.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> pdf(Id survey, String name, Actor actor) {
        Fielded fielded = fielded(survey, actor);
        List<Poster> posters = name.equals(Poster.ALL)
                ? Poster.of(fielded.manifest(), fielded.fingerprint())
                : List.of(poster(fielded, name));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        sheets.print(
                fielded.manifest(),
                fielded.closes(),
                words(fielded),
                AnsweringTime.minutes(fielded.manifest().items()),
                posters,
                pdf);
        String file = "poster-" + fielded.manifest().code() + "-" + name + ".pdf";
        return HttpResponse.ok(pdf.toByteArray())
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"");
    }

    private Fielded fielded(Id survey, Actor actor) {
        Fielded fielded = surveys.get(survey);
        access.require(actor, Permission.PRINT_POSTERS, fielded.manifest().organization());
        return fielded;
    }

    /** In Chinese for every reader: they are compared with the words on paper. */
    private List<String> words(Fielded fielded) {
        return words.of(HexFormat.of().parseHex(fielded.fingerprint()), Fielded.CHECK_WORDS, Language.CHINESE);
    }

    private static Poster poster(Fielded fielded, String name) {
        return Poster.of(fielded.manifest(), fielded.fingerprint()).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }
}
