package org.zhisheng.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.zhisheng.server.kernel.Id;

/** Sends answers as the script on a worker's phone does. */
final class PhoneClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    PhoneClient(URI server) {
        this.server = server;
    }

    /**
     * Sends one worker's answers.
     *
     * @param code the survey's short code
     * @param cast the cast's client-made id
     * @param stratum code of the stratum whose poster was scanned
     * @param answers entries by item code
     * @throws IOException where the server did not count them
     */
    void send(String code, Id cast, String stratum, Map<String, List<String>> answers)
            throws IOException, InterruptedException {
        StringJoiner form = new StringJoiner("&");
        form.add("id=" + cast).add("stratum=" + stratum);
        answers.forEach((item, entries) -> entries.forEach(entry -> form.add(encoded(item) + "=" + encoded(entry))));
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/s/" + code + "/answers"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("made-up answers were refused with status " + response.statusCode());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
