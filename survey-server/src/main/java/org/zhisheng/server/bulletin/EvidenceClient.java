package org.zhisheng.server.bulletin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.survey.Seal;

/** Downloads evidence from the public addresses of a survey, without cookies and without saying what is looked for. */
public final class EvidenceClient {
    private static final Pattern SURVEY = Pattern.compile("(https?://[^/?#]+)/s/([0-9A-Za-z]+)([/?#].*)?");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Whether the text is the address of a survey: {@code https://host/s/CODE}, with or without more behind it. */
    public static boolean isSurvey(String address) {
        return SURVEY.matcher(address).matches();
    }

    /**
     * Downloads what there is; what the server does not have is absent.
     *
     * @throws IOException where the server cannot be reached or answers with a fault
     */
    public Evidence fetch(String survey) throws IOException {
        Matcher address = SURVEY.matcher(survey);
        if (!address.matches()) {
            throw new IllegalArgumentException("not the address of a survey: " + survey);
        }
        String host = address.group(1);
        String code = address.group(2);
        Optional<HttpResponse<byte[]>> manifest = get(host + "/api/surveys/" + code + "/manifest");
        Optional<HttpResponse<byte[]>> publication = get(host + "/s/" + code + "/publication");
        Optional<HttpResponse<byte[]>> release = get(host + "/s/" + code + "/release");
        return new Evidence(
                manifest.map(HttpResponse::body).orElse(null),
                manifest.map(EvidenceClient::seal).orElse(null),
                publication.map(HttpResponse::body).orElse(null),
                publication.map(EvidenceClient::seal).orElse(null),
                release.map(HttpResponse::body).orElse(null));
    }

    private Optional<HttpResponse<byte[]>> get(String address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Accept", "application/json, text/plain, */*")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> Optional.of(response);
                case 404, 410 -> Optional.empty();
                default -> throw new IOException("HTTP " + response.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static @Nullable Seal seal(HttpResponse<byte[]> response) {
        Optional<String> fingerprint = response.headers().firstValue(Seal.FINGERPRINT_HEADER);
        Optional<String> signature = response.headers().firstValue(Seal.SIGNATURE_HEADER);
        Optional<String> signer = response.headers().firstValue(Seal.SIGNER_HEADER);
        return fingerprint.isEmpty() || signature.isEmpty() || signer.isEmpty()
                ? null
                : new Seal(fingerprint.get(), signature.get(), signer.get());
    }
}
