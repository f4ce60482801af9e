package org.zhisheng.server.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.ticket.LocalIssuer;

/** A worker looks a receipt up on a phone, with script and without, and the server never learns which. */
@Tag("browser")
@MicronautTest(transactional = false)
final class BulletinPagesTest {
    private static final Path SHOTS = Path.of("target", "screenshots", "bulletin");

    @Inject
    EmbeddedServer server;

    @Inject
    FieldedSurveys fielded;

    @Inject
    Results results;

    @Inject
    Receipts receipts;

    @MockBean(LocalIssuer.class)
    Issuer issuer() {
        return new CountingIssuer();
    }

    @Test
    void aReceiptIsLookedUpInTheBrowser() {
        Manifest survey = fielded.open(Mode.TICKET);
        List<String> tags = new ArrayList<>(fielded.answer(survey, "01", 14));
        tags.addAll(fielded.answer(survey, "02", 12));
        String mine = tags.get(4);
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {360, 1440}) {
                try (BrowserContext context = context(chromium, width, true)) {
                    Page page = context.newPage();
                    List<String> asked = new ArrayList<>();
                    List<String> wrong = new ArrayList<>();
                    page.onRequest(request -> asked.add(request.url() + request.postData()));
                    page.onConsoleMessage(message -> wrong.add(message.text()));
                    if (width == 360) {
                        page.navigate("/s/" + survey.code() + "/check");
                        shot(page, "waiting", width);
                        assertTrue(page.textContent("main").contains("还没有结束"));
                        results.close(survey.survey(), "王秀兰");
                    }
                    page.navigate("/s/" + survey.code() + "/check");
                    shot(page, "check", width);
                    look(page, String.join("", receipts.words(mine, Language.CHINESE)), "yes");
                    shot(page, "found", width);
                    look(page, String.join(" ", receipts.words(mine, Language.ENGLISH)), "yes");
                    look(page, mine.substring(0, 10).toUpperCase(java.util.Locale.ROOT), "yes");
                    look(page, String.join(" ", receipts.words("0".repeat(64), Language.CHINESE)), "no");
                    look(page, "not a receipt", "no");
                    assertEquals(List.of(), wrong);
                    assertTrue(page.locator(".findings .passed").count() >= 6);
                    assertEquals(0, page.locator(".findings .failed").count());
                    String digits = mine.substring(0, 10);
                    String word = receipts.words(mine, Language.ENGLISH).getFirst();
                    asked.forEach(
                            request -> assertFalse(request.contains(digits) || request.contains("=" + word), request));
                    assertEquals(
                            true,
                            page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                            "nothing hangs over at " + width);
                    page.navigate("/s/" + survey.code() + "/wall");
                    shot(page, "wall", width);
                    assertEquals(26, page.locator(".letter li").count());
                    page.navigate("/s/" + survey.code() + "/check?lang=en");
                    shot(page, "check-en", width);
                    page.navigate("/s/" + survey.code() + "/certificate");
                    shot(page, "certificate", width);
                }
            }
        }
    }

    @Test
    void withoutScriptTheListIsThereAndTheFieldIsNot() {
        Manifest survey = fielded.open(Mode.POSTER);
        List<String> tags = fielded.answer(survey, "01", 12);
        results.close(survey.survey(), null);
        try (Chromium chromium = new Chromium();
                BrowserContext context = context(chromium, 360, false)) {
            Page page = context.newPage();
            page.navigate("/s/" + survey.code() + "/check");
            shot(page, "check-poster-plain", 360);
            assertFalse(page.locator("#look").isVisible());
            page.click("a[href*='/wall']");
            String all = page.textContent("main");
            tags.forEach(tag -> {
                assertTrue(all.contains(tag.substring(0, 10)));
                assertTrue(all.contains(String.join(" ", receipts.words(tag, Language.CHINESE))));
            });
        }
    }

    @Test
    void theWallIsPrintedWithEveryReceipt() throws Exception {
        Manifest survey = fielded.open(Mode.POSTER);
        List<String> tags = new ArrayList<>(fielded.answer(survey, "01", 40));
        tags.addAll(fielded.answer(survey, "02", 60));
        results.close(survey.survey(), null);
        for (String language : List.of("zh-CN", "en")) {
            HttpResponse<byte[]> pdf = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            server.getURI() + "/s/" + survey.code() + "/wall.pdf?lang=" + language))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, pdf.statusCode());
            assertEquals(
                    "application/pdf", pdf.headers().firstValue("Content-Type").orElse(""));
            try (PDDocument document = Loader.loadPDF(pdf.body())) {
                // Gaps that the extraction sees between letters, and ligatures, are no part of a receipt.
                String text = Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                        .replaceAll("\\s", "");
                tags.forEach(tag -> assertTrue(text.contains(tag.substring(0, 10)), tag));
                java.nio.file.Files.createDirectories(SHOTS);
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, 90),
                        "png",
                        SHOTS.resolve("wall-" + language + ".png").toFile());
            }
        }
    }

    private void look(Page page, String typed, String outcome) {
        page.fill("#receipt", typed);
        page.click("#look button");
        page.waitForSelector("#answer." + outcome);
    }

    private BrowserContext context(Chromium chromium, int width, boolean script) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + server.getPort())
                        .setLocale("zh-CN")
                        .setJavaScriptEnabled(script)
                        .setViewportSize(width, width == 360 ? 740 : 900));
    }

    private static void shot(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
    }
}
