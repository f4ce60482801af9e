package org.zhisheng.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.CastBody;
import org.zhisheng.server.survey.Manifest;

/** Sends answers as the script on a worker's phone does. */
final class PhoneClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final CastBody casts;

    PhoneClient(URI server, CastBody casts) {
        this.server = server;
        this.casts = casts;
    }

    /**
     * Sends one worker's answers.
     *
     * @param survey the survey's manifest
     * @param cast the cast's client-made id
     * @param stratum code of the stratum whose poster was scanned
     * @param answers entries by item code
     * @throws IOException where the server did not count them
     */
    void send(Manifest survey, Id cast, String stratum, Map<String, List<String>> answers)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/cast"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(casts.of(survey, cast, stratum, answers)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("made-up answers were refused with status " + response.statusCode());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
