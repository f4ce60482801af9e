package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.PosterKind;

/**
 * The page with everything it needs arrives in the first flight of a fresh connection: ten segments of 1,460 bytes. All
 * bytes of the response are counted, its headers included, as they come from the socket.
 */
@Tag("server")
@MicronautTest(transactional = false)
final class PhonePageSizeTest {
    private static final int FIRST_FLIGHT = 14_600;

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys samples;

    @Inject
    CardDeck deck;

    @ParameterizedTest
    @CsvSource({"pre-demand", "mid-pulse", "post-evaluation", "annual-check"})
    void aCorePageFitsTheFirstFlightInBothLanguages(String questionnaire) throws Exception {
        for (String language : new String[] {"zh-CN", "en"}) {
            int bytes = bytes(questionnaire, Length.CORE, language);
            assertTrue(bytes <= FIRST_FLIGHT, questionnaire + " " + language + ": " + bytes + " bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({"pre-demand", "mid-pulse", "post-evaluation", "annual-check"})
    void aFullPageFitsItInBothLanguages(String questionnaire) throws Exception {
        for (String language : new String[] {"zh-CN", "en"}) {
            int bytes = bytes(questionnaire, Length.FULL, language);
            assertTrue(bytes <= FIRST_FLIGHT, questionnaire + " " + language + ": " + bytes + " bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pre-demand, CORE", "mid-pulse, CORE", "post-evaluation, CORE", "annual-check, CORE",
        "pre-demand, FULL", "mid-pulse, FULL", "post-evaluation, FULL", "annual-check, FULL"
    })
    void aPageForCardsFitsItInBothLanguages(String questionnaire, Length length) throws Exception {
        Manifest survey = samples.admitting(
                questionnaire,
                length,
                "https://survey.example.org",
                id -> deck.founder(id, "https://issuer.example.org"));
        for (String language : new String[] {"zh-CN", "en"}) {
            int bytes = bytes(survey, language);
            assertTrue(bytes <= FIRST_FLIGHT, questionnaire + " " + language + ": " + bytes + " bytes");
        }
    }

    private int bytes(String questionnaire, Length length, String language) throws Exception {
        return bytes(
                samples.launch(
                        questionnaire, length, PosterKind.ONE_FOR_ALL, "https://survey.example.org", Duration.ZERO),
                language);
    }

    private int bytes(Manifest survey, String language) throws Exception {
        byte[] response = raw("/s/" + survey.code() + "?lang=" + language);
        String head = new String(response, 0, Math.min(response.length, 2000), StandardCharsets.ISO_8859_1);
        assertTrue(head.startsWith("HTTP/1.1 200 OK"), head);
        assertTrue(head.toLowerCase(java.util.Locale.ROOT).contains("content-encoding: gzip"), head);
        return response.length;
    }

    private byte[] raw(String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            String request = "GET " + path + " HTTP/1.1\r\nHost: survey.example.org\r\nAccept: text/html\r\n"
                    + "Accept-Encoding: gzip, deflate\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return in.readAllBytes();
        }
    }
}
