package org.zhisheng.server.crawl;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Asks every route that the server has, with every value that its variables may take, and hands out whatever comes back:
 * pages, documents, files, errors and headers, and at the end what was logged meanwhile.
 */
final class Crawler {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");
    private static final Pattern QUERY = Pattern.compile("\\{[?&][^}]*}");

    /** They end the session or the survey that the crawl looks at. What they answer is a redirect. */
    private static final List<String> ENDING = List.of("/sign-out", "/cancel", "/close");

    private final URI base;
    private final Router router;
    private final Map<String, List<String>> values;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    int requests;
    int answered;

    /**
     * A crawler.
     *
     * @param values what each variable of a route may be
     */
    Crawler(URI base, Router router, Map<String, List<String>> values) {
        this.base = base;
        this.router = router;
        this.values = values;
    }

    /** One answer: which route, its template before its variables were filled in, and all that came back. */
    record Answer(String route, String content) {}

    /** Asks every route under these headers. */
    void crawl(Map<String, String> headers, Consumer<Answer> reader) {
        List<UriRouteInfo<?, ?>> routes = new ArrayList<>();
        router.uriRoutes().forEach(routes::add);
        for (UriRouteInfo<?, ?> route : routes) {
            String template =
                    QUERY.matcher(route.getUriMatchTemplate().toString()).replaceAll("");
            boolean reads = route.getHttpMethod() == HttpMethod.GET;
            if (route.getHttpMethod() == HttpMethod.HEAD || ENDING.stream().anyMatch(template::endsWith)) {
                continue;
            }
            for (String path : paths(template)) {
                for (String accept : reads ? List.of("text/html", "*/*") : List.of("text/html")) {
                    ask(route, path, accept, headers, template, reader);
                }
                if (reads) {
                    ask(route, path + "?decided=true&lang=en", "text/html", headers, template, reader);
                }
            }
        }
    }

    private void ask(
            UriRouteInfo<?, ?> route,
            String path,
            String accept,
            Map<String, String> headers,
            String template,
            Consumer<Answer> reader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept);
        headers.forEach(request::header);
        if (route.getHttpMethod() != HttpMethod.GET) {
            request.header(
                    "Content-Type",
                    route.getConsumes().isEmpty()
                            ? "application/json"
                            : route.getConsumes().getFirst().toString());
        }
        request.method(
                route.getHttpMethodName(),
                route.getHttpMethod() == HttpMethod.GET ? BodyPublishers.noBody() : BodyPublishers.ofString(""));
        HttpResponse<byte[]> response = send(request.build());
        requests++;
        answered += response.statusCode() < 300 ? 1 : 0;
        reader.accept(new Answer(
                route.getHttpMethodName() + " " + template, response.headers().map() + "\n" + text(response.body())));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every path of a template. A variable that the crawl knows no value of fails it: new routes are to be crawled too. */
    private List<String> paths(String template) {
        Matcher variable = VARIABLE.matcher(template);
        if (!variable.find()) {
            return List.of(template);
        }
        List<String> filled = values.get(variable.group(1));
        if (filled == null) {
            throw new AssertionError(
                    "the crawl does not know what {" + variable.group(1) + "} of " + template + " can be: tell it");
        }
        TreeSet<String> paths = new TreeSet<>();
        for (String value : filled) {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            paths.addAll(paths(template.substring(0, variable.start()) + encoded + template.substring(variable.end())));
        }
        return List.copyOf(paths);
    }

    /** What a reader of a file gets to see: of an archive, its files; of a document, its words. */
    private static String text(byte[] body) {
        if (body.length > 4 && body[0] == 'P' && body[1] == 'K') {
            return unpacked(body);
        }
        if (body.length < 5 || body[0] != '%' || body[1] != 'P' || body[2] != 'D' || body[3] != 'F') {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (PDDocument document = Loader.loadPDF(body)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpacked(byte[] archive) {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                texts.append(file.getName()).append('\n').append(text(files.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.toString();
    }

    /** What is logged while the work is done. */
    static String logged(Runnable work) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            work.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    /** The names of the signs that a text holds. */
    static List<String> seen(String content, Map<String, Pattern> signs) {
        Map<String, Pattern> found = new LinkedHashMap<>(signs);
        found.values().removeIf(sign -> !sign.matcher(content).find());
        return List.copyOf(found.keySet());
    }
}
