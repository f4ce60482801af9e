package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Reconciliation;

/** Printing, voiding and counting cards in the console. */
@Tag("store")
@MicronautTest(transactional = false)
final class CardsTest {
    private Round round;
    private Id account;
    private Browser officer;

    @Inject
    EmbeddedServer server;

    @Inject
    TicketSurveys samples;

    @Inject
    TestAccounts accounts;

    @Inject
    TicketStore tickets;

    @Inject
    DeckReader reader;

    @Inject
    Issuer issuer;

    @BeforeEach
    void signIn() {
        round = samples.round();
        account = accounts.add(Role.UNION_OFFICER, round.organization());
        officer = accounts.browser(server, account).with("Accept-Language", "zh-CN");
    }

    @Test
    void theReserveIsATwentiethAndAtLeastFive() {
        Fielded survey = samples.launch(round, Mode.TICKET, 40, 100, 1001);
        CardPlan plan = plan(survey);
        assertEquals(
                List.of(45, 105, 1052),
                plan.frame().strata().stream().map(CardPlan::wanted).toList());
        assertEquals(
                List.of(45, 105, 350, 351, 351),
                plan.runs().stream().map(Run::cards).toList());
    }

    @Test
    void everyCardOnPaperIsDecodedAndAdmits() throws Exception {
        Fielded survey = samples.launch(round, Mode.TICKET, 32, 30);
        byte[] pdf = print(survey);
        Path folder = Files.createDirectories(Path.of("target", "artifacts"));
        Files.write(folder.resolve("cards.pdf"), pdf);
        Set<String> codes = new HashSet<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(4 + 4, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 200);
                if (page == 0) {
                    ImageIO.write(image, "png", folder.resolve("cards.png").toFile());
                }
                for (String code : decode(image)) {
                    codes.add(code);
                    assertTrue(text.contains(grouped(code)), "the code is printed for typing too");
                }
            }
        }
        assertEquals(37 + 35, codes.size(), "every card once");
        assertTrue(text(pdf).contains("收好：这一轮每份问卷都用它"), "the words are copied as they are read");
        assertTrue(text(pdf).contains("车间1"), "the font draws 车 and a radical with one glyph");
        String start = "https://survey.example.org/c/" + survey.manifest().code() + "#";
        String end = "[.]" + survey.fingerprint().substring(0, 20) + "[.]0[12]";
        assertTrue(codes.stream().allMatch(c -> c.startsWith(start) && c.matches(".*" + end)), codes::toString);
        CardSecret card = CardSecret.parse(secret(codes.iterator().next())).orElseThrow();
        List<Integer> admitted = List.of(
                new CardPhone(server.getURI(), survey, 0, card).start().statusCode(),
                new CardPhone(server.getURI(), survey, 1, card).start().statusCode());
        assertTrue(admitted.contains(200), admitted::toString);
        assertEquals(37 * 6, tickets.count(survey.id(), 1), "a ticket for each slot");
        assertEquals(409, officer.post(page(survey) + "/print").statusCode(), "nothing is left to print");
    }

    @Test
    void manyCardsComeAsFilesOfABatchEach() throws Exception {
        Fielded survey = samples.launch(round, Mode.TICKET, 560, 30);
        List<String> names = new ArrayList<>();
        int pages = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(print(survey)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                try (PDDocument document = Loader.loadPDF(zip.readAllBytes())) {
                    pages += document.getNumberOfPages();
                }
            }
        }
        assertEquals(List.of("01-001.pdf", "01-002.pdf", "02-003.pdf"), names);
        assertEquals(30 + 30 + 4, pages);
        assertEquals(plan(survey).wanted(), plan(survey).made());
        String progress = progress(survey);
        assertEquals("{\"made\":623,\"wanted\":623,\"state\":\"done\",\"number\":1}", progress);
    }

    @Test
    @EnabledIfSystemProperty(named = "zhisheng.long", matches = "true", disabledReason = "prints 50,000 cards")
    void fiftyThousandCardsNeedTheMemoryOfABatch() throws Exception {
        Fielded survey = samples.launch(round, Mode.TICKET, 25_000, 22_619);
        assertEquals(50_000, plan(survey).missing());
        long began = System.nanoTime();
        // What other tests left in this process is not the printing's.
        long before = usedAfterCollection();
        long most = 0;
        long bytes = 0;
        int pages = 0;
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(download(survey).body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                byte[] pdf = zip.readAllBytes();
                bytes += pdf.length;
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    pages += document.getNumberOfPages();
                }
                if (names.size() % 10 == 0) {
                    most = Math.max(most, usedAfterCollection() - before);
                }
            }
        }
        System.out.printf(
                "‣ 50,000 cards: %.0f s, %.1f MB of PDF, at most %.0f MB of memory more than before%n",
                (System.nanoTime() - began) / 1e9, bytes / 1e6, most / 1e6);
        assertEquals(0, plan(survey).missing());
        assertEquals(plan(survey).batches().size(), names.size());
        assertEquals(
                plan(survey).batches().stream()
                        .mapToInt(batch -> Math.ceilDiv(batch.cards(), 10))
                        .sum(),
                pages);
        assertTrue(most < 200_000_000, most + " bytes of memory more in use while printing");
    }

    @Test
    void aDownloadThatBreaksOffIsSaidAndItsBatchesAreVoidedTogether() throws Exception {
        Fielded survey = samples.launch(round, Mode.TICKET, 9_000, 30);
        try (InputStream body = download(survey).body()) {
            assertTrue(body.read() >= 0);
        }
        await(() -> progress(survey).contains("\"state\":\"broken\""));
        CardPlan plan = plan(survey);
        assertTrue(plan.missing() > 0 && plan.made() > 0, "what nobody took was not made: " + plan.made());
        String seen = officer.get(page(survey)).body();
        assertTrue(seen.contains("上次下载中断了"), seen);
        String all =
                plan.batches().stream().map(batch -> "batch=" + batch.number()).collect(Collectors.joining("&"));
        assertEquals(
                303,
                officer.send("POST", page(survey) + "/void", "application/x-www-form-urlencoded", all)
                        .statusCode());
        assertEquals(0, plan(survey).made());
        assertFalse(officer.get(page(survey)).body().contains("上次下载中断了"), "nothing is left to void");
    }

    private String progress(Fielded survey) {
        return accounts.browser(server, account)
                .with("Accept", "application/json")
                .get(page(survey) + "/progress")
                .body();
    }

    private static void await(BooleanSupplier right) throws InterruptedException {
        for (int tries = 0; tries < 300 && !right.getAsBoolean(); tries++) {
            Thread.sleep(100);
        }
        assertTrue(right.getAsBoolean(), "it did not come to be");
    }

    private static long usedAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void aBatchIsVoidedAndPrintedAgainUnlessACardOfItWasUsed() {
        Fielded survey = samples.launch(round, Mode.TICKET, 40, 60);
        List<CardSecret> first = samples.cards(survey, 0, 45);
        List<CardSecret> second = samples.cards(survey, 1, 68);
        assertEquals(303, officer.post(page(survey) + "/void", "batch", "1").statusCode());
        assertEquals(0, tickets.count(survey.id(), 1));
        assertEquals(
                403,
                new CardPhone(server.getURI(), survey, 0, first.getFirst())
                        .start()
                        .statusCode());
        assertEquals(45, plan(survey).missing());
        assertEquals(45, samples.cards(survey, 0, 45).size());

        assertEquals(
                200,
                new CardPhone(server.getURI(), survey, 1, second.getFirst())
                        .start()
                        .statusCode());
        HttpResponse<String> refused = officer.post(page(survey) + "/void", "batch", "2");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("已经有人用过卡"), refused.body());
        assertEquals(68 * 6, tickets.count(survey.id(), 2), "nothing of it was deleted");
        assertEquals(
                200,
                new CardPhone(server.getURI(), survey, 1, second.get(1)).start().statusCode());
        Reconciliation counted = issuer.close(survey.id());
        assertEquals(
                new Reconciliation.Counts("01", 40, 90, 45, null, 0),
                counted.strata().get(0));
        assertEquals(
                new Reconciliation.Counts("02", 60, 68, 0, null, 2),
                counted.strata().get(1));
    }

    @Test
    void aFewCardsAreNotPrintedAgain() {
        Fielded survey = samples.launch(round, Mode.TICKET, 40);
        samples.cards(survey, 0, 20);
        samples.cards(survey, 0, 20);
        assertEquals(422, officer.post(page(survey) + "/void", "batch", "1").statusCode());
        assertEquals(0, plan(survey).missing(), "five missing cards are no batch");
    }

    @Test
    void slipsCountWhenTwoPeopleAgree() {
        Fielded survey = samples.launch(round, Mode.TICKET, 40, 60);
        samples.cards(survey, 0, 45);
        Browser colleague = accounts.browser(server, Role.UNION_OFFICER, round.organization())
                .with("Accept-Language", "zh-CN");
        assertEquals(
                303,
                officer.post(page(survey) + "/slips", "slips-01", "7", "slips-02", "")
                        .statusCode());
        assertEquals(303, officer.post(page(survey) + "/slips", "slips-01", "7").statusCode(), "the same person");
        String seen = colleague.get(page(survey)).body();
        assertTrue(seen.contains("一人已填"), seen);
        assertFalse(seen.contains("两人一致："), seen);
        assertEquals(
                303, colleague.post(page(survey) + "/slips", "slips-01", "8").statusCode());
        assertTrue(colleague.get(page(survey)).body().contains("两人不一致"));
        assertEquals(
                303, colleague.post(page(survey) + "/slips", "slips-01", "7").statusCode());
        assertTrue(colleague.get(page(survey)).body().contains("两人一致：7"));
        assertEquals(
                422, officer.post(page(survey) + "/slips", "slips-01", "46").statusCode());
        assertEquals(7, issuer.close(survey.id()).strata().getFirst().returned());
    }

    @Test
    void aRosterGetsLinksOnceAndItsNamesAreNotKept() {
        Fielded survey = samples.launch(round, Mode.INVITATION, 40, 60);
        String roster = "张三\t车间1\n=李四,02\n王五，车间2\n";
        HttpResponse<String> csv = officer.post(page(survey) + "/links", "roster", roster);
        assertEquals(200, csv.statusCode(), csv.body());
        List<String> lines = csv.body().lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(1).startsWith("张三,车间1,https://survey.example.org/c/"), csv.body());
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("'=李四,车间2,")), "no formula for a spreadsheet");
        CardSecret link = CardSecret.parse(secret(lines.get(1))).orElseThrow();
        assertEquals(
                200, new CardPhone(server.getURI(), survey, 0, link).start().statusCode());
        assertFalse(officer.get(page(survey)).body().contains("张三"));

        HttpResponse<String> wrong = officer.post(page(survey) + "/links", "roster", "赵六\t车间9\n");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("第 1 行看不懂"), wrong.body());
        String many = "人\t02\n".repeat(65);
        assertTrue(officer.post(page(survey) + "/links", "roster", many).body().contains("超过了应有的 65 人"));
        assertEquals(409, officer.post(page(survey) + "/print").statusCode(), "no cards beside the links");
    }

    @Test
    void strangersSeeNoDeckAndLookingChangesNothing() {
        Fielded survey = samples.launch(round, Mode.TICKET, 40);
        Browser stranger =
                accounts.browser(server, Role.UNION_OFFICER, samples.round().organization());
        assertEquals(404, stranger.get(page(survey)).statusCode());
        assertEquals(404, stranger.post(page(survey) + "/print").statusCode());
        assertFalse(stranger.get("/console/cards").body().contains(survey.id().toString()));
        assertTrue(officer.get("/console/cards").body().contains(survey.id().toString()));
        for (String link : List.of("", "/progress", "/print", "/void", "/slips", "/links")) {
            for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                officer.send(method, page(survey) + link, "text/plain", "");
            }
        }
        assertEquals(List.of(), tickets.batches(survey.id()));
    }

    private CardPlan plan(Fielded survey) {
        return reader.plan(reader.get(survey.id()));
    }

    private static String page(Fielded survey) {
        return "/console/cards/" + survey.id();
    }

    private byte[] print(Fielded survey) throws Exception {
        HttpResponse<InputStream> answer = download(survey);
        assertEquals(200, answer.statusCode());
        return answer.body().readAllBytes();
    }

    private HttpResponse<InputStream> download(Fielded survey) throws Exception {
        String token = accounts.token(account);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURI() + page(survey) + "/print"))
                .header("Cookie", "session=" + token + "; __Host-session=" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("do=print"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String secret(String link) {
        return link.replaceAll(".*#([0-9A-Z]{16})\\..*", "$1");
    }

    private static String grouped(String link) {
        return CardSecret.parse(secret(link)).orElseThrow().grouped();
    }

    /** The codes of a page, read a card at a time: a reader of many codes in one image misses some. */
    private static List<String> decode(BufferedImage page) throws Exception {
        List<String> found = new ArrayList<>();
        int width = page.getWidth() / 2;
        int height = (int) (page.getHeight() * 55.0 / 297);
        int top = (int) (page.getHeight() * 7.0 / 297);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 2; x++) {
                BufferedImage card = page.getSubimage(x * width, top + y * height, width, height);
                var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(card)));
                try {
                    Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap))
                            .map(Result::getText)
                            .forEach(found::add);
                } catch (NotFoundException none) {
                    // An empty place on the last page.
                }
            }
        }
        return found;
    }
}
