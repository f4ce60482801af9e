package org.zhisheng.server.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.Manifest;

/**
 * Workers who answer with marked tickets, answers, words, addresses and phones, with and without script, and make every
 * mistake that comes to mind. What they are answered with a fault is kept.
 */
final class MarkedWorkers {
    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\" name=\"(key|message|signature)\" value=\"([^\"]*)\"");

    final Marks marks = new Marks();
    /** Pages that tell of a fault, and the endpoints of monitoring, by what was asked for. */
    final List<Page> pages = new ArrayList<>();

    private final URI server;
    private final Plant.Fielded survey;
    private final Caster caster;
    private final Random random = new Random();
    private final String words = "金丝雀" + unique() + "的意见";
    private final String agent = "CanaryPhone/" + unique();
    private final String path = "canary-path-" + unique();
    private final String query = "canary-query-" + unique();
    private final String referrer = "https://canary.example/" + unique();
    private final String cookie = "canary-cookie-" + unique();
    private final String forwarded =
            "2001:db8:%x:%x::%x".formatted(random.nextInt(1 << 16), random.nextInt(1 << 16), random.nextInt(1 << 16));
    private final String address =
            "127.%d.%d.%d".formatted(100 + random.nextInt(100), 100 + random.nextInt(100), 100 + random.nextInt(100));
    private final HttpClient http;

    /** An answer of the server. */
    record Page(String of, String content) {}

    MarkedWorkers(URI server, Caster caster, Plant.Fielded survey) throws IOException {
        this.server = server;
        this.caster = caster;
        this.survey = survey;
        this.http = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        marks.add("free text", words)
                .add("agent", agent)
                .add("path", path)
                .add("query", query)
                .add("referrer", referrer)
                .add("cookie", cookie)
                .add("forwarded address", forwarded)
                .add("address", address);
    }

    private String unique() {
        return Long.toString(random.nextLong(1L << 50, 1L << 51), 36);
    }

    /** All ways of answering and of failing to. */
    void answer() {
        Manifest manifest = survey.manifest();
        get("/s/" + manifest.code());
        get("/s/" + manifest.code() + "?" + query);
        get("/s/" + manifest.code() + "/" + path);
        get("/" + path + "?" + query);
        get("/console/" + path);
        byScript(survey.workers().get(0));
        withoutScript(survey.workers().get(1));
        mistakes(manifest);
        survey.workers().stream()
                .skip(2)
                .limit(40)
                .forEach(worker -> caster.answer(manifest, worker, worker.answers(), this::taken));
        for (String endpoint : List.of("/health", "/metrics", "/prometheus", "/env", "/loggers", "/threaddump")) {
            pages.add(page(get(endpoint)));
        }
    }

    private void byScript(Plant.Worker worker) {
        Map<String, List<String>> answers = marked(worker);
        markSecret("ticket", worker);
        Caster.Exchange exchange = caster.answer(survey.manifest(), worker, answers, this::taken);
        marks.add("blinded message", exchange.blinded())
                .add("credential's message", exchange.message())
                .add("credential's signature", exchange.signature());
        json("/cast", exchange.cast());
        fault(json("/cast", exchange.cast() + " "));
        fault(json("/cast", exchange.cast().replace(words, words + "x")));
        fault(json("/cast", exchange.cast().substring(0, exchange.cast().length() / 2)));
        fault(json("/cast", exchange.cast().replaceFirst("\"answers\":\\{", "\"answers\":7,\"x\":{")));
        fault(json("/issue", exchange.issue().replaceAll("\"blinded\": \"..", "\"blinded\": \"zz")));
        fault(json("/issue", exchange.issue().replaceAll("\"blinded\": \"..", "\"blinded\": \"")));
        fault(json("/issue", exchange.issue().replaceAll("\"blinded\": \"....", "\"blinded\": \"0123")));
    }

    private void withoutScript(Plant.Worker worker) {
        markSecret("typed ticket", worker);
        String code = survey.manifest().code();
        HttpResponse<String> credential =
                form("/issue/form", "survey", code, "code", worker.secret().grouped());
        Map<String, String> fields = new TreeMap<>();
        HIDDEN.matcher(credential.body()).results().forEach((MatchResult m) -> fields.put(m.group(1), m.group(2)));
        if (fields.size() != 3) {
            throw new IllegalStateException("no credential in the page: " + credential.statusCode());
        }
        marks.add("form's message", HexFormat.of().parseHex(fields.getOrDefault("message", "")))
                .add("form's signature", HexFormat.of().parseHex(fields.getOrDefault("signature", "")));
        List<String> sent = new ArrayList<>();
        fields.forEach((name, value) -> sent.addAll(List.of(name, value)));
        form("/s/" + code + "/open", sent.toArray(new String[0]));
        marked(worker).forEach((item, entries) -> entries.forEach(entry -> sent.addAll(List.of(item, entry))));
        HttpResponse<String> counted = form("/s/" + code + "/answers", sent.toArray(new String[0]));
        if (counted.statusCode() != 303) {
            throw new IllegalStateException("not counted: " + counted.statusCode());
        }
        fault(form(
                "/issue/form", "survey", code, "code", worker.secret().grouped().replace('1', '2') + words));
        fault(form("/s/" + code + "/answers", "PRE-F1", words, "message", words));
    }

    private void mistakes(Manifest manifest) {
        CardSecret unknown = CardSecret.random(random);
        marks.add("unknown card", unknown.characters());
        fault(form("/issue/form", "survey", manifest.code(), "code", unknown.grouped()));
        fault(json("/issue", "{\"survey\": \"" + words + "\", \"ticket\": \"" + words + "\", \"blinded\": \"00\"}"));
        fault(json("/cast", "{\"survey\": \"" + manifest.code() + "\", \"answers\": {\"" + words + "\": 1}}"));
        fault(json("/cast", words.repeat(200_000)));
        fault(json("/cast/" + path, words));
        fault(form("/s/" + manifest.code() + "/answers", words, words));
        fault(form("/" + path, words, words));
        fault(send(request("/cast").header("Content-Type", "multipart/form-data; boundary=x"), words));
        fault(send(request("/cast").header("Content-Type", "text/" + path), words));
    }

    /** The text item gets the marked words; the ranking an order in which the options stand nowhere else. */
    private Map<String, List<String>> marked(Plant.Worker worker) {
        Map<String, List<String>> answers = new TreeMap<>(worker.answers());
        for (Item item : survey.manifest().items()) {
            if (item.kind() == ItemKind.TEXT && !item.restricted()) {
                answers.put(item.code(), List.of(words));
            } else if (item.kind() == ItemKind.RANKED && item.askWhen().isEmpty()) {
                List<String> ranked = ranked(item);
                answers.put(item.code(), ranked);
                marks.add("answer", "\"" + String.join("\",\"", ranked) + "\"");
                marks.add("answer", String.join(", ", ranked));
                marks.add("answer", item.code() + "=" + String.join("&" + item.code() + "=", ranked));
            }
        }
        return answers;
    }

    private static List<String> ranked(Item item) {
        List<String> codes = item.options().stream().map(Option::code).toList();
        int last = codes.size() - 1;
        return List.of(codes.get(last - 1), codes.get(1), codes.get(last - 2)).subList(0, Math.min(3, item.max()));
    }

    private void markSecret(String name, Plant.Worker worker) {
        marks.add(name + " as printed", worker.secret().characters())
                .add(name + " in groups", worker.secret().grouped())
                .add(name, HexFormat.of().parseHex(Caster.ticket(survey.manifest(), worker)));
    }

    private void fault(HttpResponse<String> response) {
        if (response.statusCode() < 400) {
            throw new IllegalStateException("taken for right: " + response.statusCode());
        }
        pages.add(page(response));
    }

    private static Page page(HttpResponse<String> response) {
        return new Page(
                response.request().method() + " " + response.uri().getPath() + " " + response.statusCode(),
                response.headers().map() + "\n" + response.body());
    }

    private HttpResponse<String> get(String place) {
        HttpResponse<String> response = send(request(place), null);
        if (response.statusCode() >= 400) {
            pages.add(page(response));
        }
        return response;
    }

    private String taken(String place, String body) {
        HttpResponse<String> response = json(place, body);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(place + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> json(String place, String body) {
        return send(request(place).header("Content-Type", "application/json"), body);
    }

    private HttpResponse<String> form(String place, String... namesAndValues) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(
                request(place)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html"),
                body.toString());
    }

    private HttpRequest.Builder request(String place) {
        return HttpRequest.newBuilder(server.resolve(place))
                .header("User-Agent", agent)
                .header("X-Forwarded-For", forwarded)
                .header("X-Real-IP", forwarded)
                .header("Forwarded", "for=\"[" + forwarded + "]\"")
                .header("Referer", referrer)
                .header("Cookie", "id=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, @Nullable String body) {
        try {
            HttpRequest whole = body == null
                    ? request.build()
                    : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
            return http.send(whole, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
