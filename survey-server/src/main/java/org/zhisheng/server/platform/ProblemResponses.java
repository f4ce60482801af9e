package org.zhisheng.server.platform;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;

/**
 * Turns a problem into its response: a page in the reader's language for whoever accepts HTML, else a
 * {@link ProblemDocument}. Nothing but the catalogue's words and the arguments named by our own code is ever shown.
 */
@Singleton
final class ProblemResponses {
    private static final MediaType HTML = MediaType.of(Pages.HTML);
    private static final MediaType JSON = MediaType.of("application/problem+json");

    private final Messages messages;
    private final EagerPages<Map<String, Object>, HttpRequest<?>> pages;
    private final CommonModel common;
    private final ObjectMapper json;

    ProblemResponses(
            Messages messages,
            EagerPages<Map<String, Object>, HttpRequest<?>> pages,
            CommonModel common,
            ObjectMapper json) {
        this.messages = messages;
        this.pages = pages;
        this.common = common;
        this.json = json;
    }

    /** The response for a problem, under the problem's own status. */
    MutableHttpResponse<?> of(HttpRequest<?> request, Problem problem, List<?> arguments, List<Fault> faults) {
        boolean page = acceptsHtml(request);
        if (page && problem == Problem.NOT_SIGNED_IN) {
            return HttpResponse.seeOther(UriBuilder.of("/sign-in")
                    .queryParam("next", returnTo(request))
                    .build());
        }
        MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(problem.status()));
        if (request.getMethod() == HttpMethod.HEAD) {
            return response;
        }
        ProblemDocument document = document(RequestLanguage.of(request), problem, arguments, faults);
        return page
                ? response.contentType(HTML).body(page(request, problem, document))
                : response.contentType(JSON).body(write(document));
    }

    /** The response for a problem without arguments. */
    MutableHttpResponse<?> of(HttpRequest<?> request, Problem problem) {
        return of(request, problem, List.of(), List.of());
    }

    private ProblemDocument document(Language language, Problem problem, List<?> arguments, List<Fault> faults) {
        String key = "problem." + problem.code();
        List<ProblemDocument.Entry> entries = faults.stream()
                .map(f -> new ProblemDocument.Entry(f.field(), messages.say(language, f.key(), f.arguments())))
                .toList();
        return new ProblemDocument(
                "/problems/" + problem.code(),
                messages.say(language, key, arguments),
                problem.status(),
                messages.say(language, key + ".do", arguments),
                entries);
    }

    private String page(HttpRequest<?> request, Problem problem, ProblemDocument document) {
        Map<String, Object> model = new HashMap<>(common.of(request, null));
        model.put("problem", problem.code());
        model.put("status", document.status());
        model.put("title", document.title());
        model.put("detail", document.detail());
        model.put(
                "entries",
                document.faults().stream().map(ProblemDocument.Entry::detail).toList());
        StringWriter page = new StringWriter();
        try {
            pages.render("pages/platform/problem", model, request).writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the problem page cannot be written", e);
        }
        return page.toString();
    }

    private String write(ProblemDocument document) {
        try {
            return json.writeValueAsString(Argument.of(ProblemDocument.class), document);
        } catch (IOException e) {
            throw new UncheckedIOException("the problem document cannot be written", e);
        }
    }

    /** Where to go after signing in: back to a page that was asked for, never into a form that was being sent. */
    private static String returnTo(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET ? request.getUri().toString() : "/console";
    }

    private static boolean acceptsHtml(HttpRequest<?> request) {
        return request.accept().stream().anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
    }
}
