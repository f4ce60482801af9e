package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Surveys;

/** Workers exchange cards for credentials and answer with them, in a real browser, against an issuer that really signs. */
@Tag("browser")
@MicronautTest(transactional = false)
final class CardBrowserTest {
    private static Chromium chromium;

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys samples;

    @Inject
    CardDeck deck;

    @Inject
    Surveys surveys;

    @Inject
    Responses responses;

    @Inject
    CheckWords words;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void aScannedCardIsExchangedCountedAndForgotten() {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "02");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            List<Request> casts = new CopyOnWriteArrayList<>();
            phone.page.onRequest(r -> {
                if (r.url().contains("/cast")) {
                    casts.add(r);
                }
            });
            phone.page.navigate(scanned(survey, card, "02"));
            assertEquals(base() + "/s/" + survey.code(), phone.page.url(), "the secret has left the address");
            phone.page.waitForSelector("#seen:visible");
            phone.photographWhole("card-intro");
            begin(phone);
            answer(phone);
            phone.next();
            phone.awaitThanks();
            phone.assertCalm();

            Request cast = casts.getFirst();
            assertEquals(1, casts.size());
            assertEquals(CastLength.of(survey), cast.postDataBuffer().length);
            Map<String, String> headers = cast.allHeaders();
            assertFalse(headers.containsKey("cookie") || headers.containsKey("referer"), headers::toString);
            assertNothingKept(phone.page);

            phone.photographWhole("card-thanks");
            phone.page.click("#receipt");
            phone.page.waitForSelector("#yours:visible");
            phone.photographWhole("card-receipt");
            String message = text(cast.postData(), "message");
            String tag = org.zhisheng.server.credential.Tag.of(HexFormat.of().parseHex(message))
                    .hex();
            assertEquals(tag.substring(0, 10), phone.page.innerText("#digits"));
            assertEquals(
                    String.join(" ", words.of(HexFormat.of().parseHex(tag), 4, Language.CHINESE)),
                    phone.page.innerText("#words"));
            phone.page.reload();
            phone.page.click("#receipt");
            assertTrue(phone.page.isVisible("#none"), "the receipt is shown once");
        }
        assertEquals(Map.of("02", 1), counted(survey));
        assertEquals(1, deck.used(survey.survey(), card));
    }

    @Test
    void aWindowClosedOrReloadedBetweenAnyTwoStepsLosesNothing() {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "01");
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate(scanned(survey, card, "01"));
            phone.page.waitForSelector("#seen:visible");
            phone.page.reload();
            phone.page.waitForSelector("#seen:visible");
            losing(phone.page, "**/issue?*");
            phone.next();
            phone.page.waitForSelector("#told.err:has-text('网络不通')");
            assertEquals(1, deck.used(survey.survey(), card), "the answer was lost, not the question");

            Page second = reopened(phone.page, survey);
            second.waitForSelector("#code:visible");
            second.click("#next");
            second.waitForSelector("fieldset.on");
            Page third = reopened(second, survey);
            third.waitForFunction("document.getElementById('code').hidden");
            third.click("#next");
            third.waitForSelector("fieldset.on");
            third.locator("fieldset.on label.o").first().click();
            third.waitForFunction("localStorage.length === 2");
            third.reload();
            third.waitForSelector(
                    "fieldset.on input:checked",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            Page fourth = reopened(third, survey);
            fourth.waitForSelector(".restored:visible");
            losing(fourth, "**/cast?*");
            fourth.click("#next");
            finish(fourth);
            fourth.waitForSelector("#trouble:visible");
            Page fifth = fourth.context().newPage();
            fourth.close();
            fifth.navigate("/s/" + survey.code());
            fifth.waitForURL("**/thanks?*");
            assertNothingKept(fifth);
        }
        assertEquals(Map.of("01", 1), counted(survey));
    }

    @Test
    void openingWithoutATapAsksTheIssuerNothingAndKeepsNothing() throws Exception {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "01");
        for (String path : List.of("/c/", "/s/")) {
            for (String end : List.of("", "/thanks", "/promise", "/seen", "/bundle", "/words", "/answers", "/open")) {
                for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                    bot(method, path + survey.code() + (path.equals("/c/") ? "" : end));
                }
            }
        }
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            List<String> asked = new CopyOnWriteArrayList<>();
            phone.page.onRequest(
                    r -> asked.add(r.method() + " " + URI.create(r.url()).getPath()));
            phone.page.navigate(scanned(survey, card, "01"));
            phone.page.waitForSelector("#seen:visible");
            assertEquals(
                    List.of("GET /c/" + survey.code(), "GET /s/" + survey.code()),
                    asked.stream().filter(a -> !a.contains("data:")).toList());
            assertEquals(0, phone.page.evaluate("localStorage.length"));
        }
        assertEquals(0, deck.used(survey.survey(), card));
        assertEquals(0, responses.count(survey.survey()));
    }

    @Test
    void aManifestThatIsNotTheOneOnPaperIsRefused() {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "01");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.navigate(
                    scanned(survey, card, "01").replaceAll("\\.[0-9a-f]{20}\\.", "." + "0".repeat(20) + "."));
            phone.page.waitForSelector("#seen:visible");
            phone.next();
            phone.page.waitForSelector("#told:has-text('先别答')");
            phone.photographWhole("card-differs");
        }
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.route("**/manifest", route -> {
                var honest = route.fetch();
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(honest)
                        .setBody(honest.text().replace("\"headcount\":40", "\"headcount\":41")));
            });
            phone.page.navigate(scanned(survey, card, "01"));
            phone.page.waitForSelector("#seen:visible");
            phone.next();
            phone.page.waitForSelector("#told:has-text('先别答')");
        }
        assertEquals(0, deck.used(survey.survey(), card));
    }

    @Test
    void aLaterSurveyOfTheDeckIsTrustedForTheKeysThatItsFounderCommittedTo() {
        Manifest founder = survey();
        String print = surveys.byCode(founder.code()).fingerprint();
        Manifest later = samples.admitting("mid-pulse", base(), id -> deck.second(founder, print, base()));
        CardSecret card = deck.print(founder.survey(), "01");
        String scanned = scanned(founder, card, "01");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.navigate(scanned);
            phone.page.waitForSelector("h1:has-text('这张卡可以答这几份')");
            phone.photographWhole("card-deck");
            phone.page.route("**/" + later.code() + "/manifest", route -> {
                var honest = route.fetch();
                String key = later.admission().keys().getFirst().keyId();
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(honest)
                        .setBody(honest.text().replace(key, "0".repeat(64))));
            });
            phone.page.click("a[href*='" + later.code() + "']");
            phone.page.waitForSelector("#seen:visible");
            phone.next();
            phone.page.waitForSelector("#told:has-text('先别答')");
            phone.page.unroute("**/" + later.code() + "/manifest");
            begin(phone);
            answer(phone);
            phone.next();
            phone.awaitThanks();
        }
        assertEquals(Map.of("01", 1), counted(later));
        assertEquals(1, deck.used(founder.survey(), card));
    }

    @Test
    void aTypedCodeIsReadAsItWasMeantAndAKioskKeepsNothing() {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "02");
        String typed = card.grouped().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.navigate("/s/" + survey.code());
            phone.page.waitForSelector("#code:visible");
            phone.photographWhole("card-typed");
            phone.page.click("#code a");
            phone.page.waitForURL("**kiosk=1*");
            phone.page.fill("#typed", "abcd");
            phone.next();
            phone.page.waitForSelector("#told:has-text('没看懂')");
            phone.photographWhole("card-kiosk");
            phone.page.fill("#typed", typed + " － 01");
            phone.next();
            phone.page.waitForSelector("#told:has-text('ticket-stratum')");
            phone.page.fill("#typed", typed + " － 02");
            begin(phone);
            assertNothingKept(phone.page);
            answer(phone);
            assertNothingKept(phone.page);
            phone.next();
            phone.awaitThanks();
            assertNothingKept(phone.page);
            phone.page.click("#another a");
            phone.page.waitForSelector("#code:visible");
            assertEquals("", phone.page.inputValue("#typed"));
            assertNothingKept(phone.page);
        }
        assertEquals(Map.of("02", 1), counted(survey));
    }

    @Test
    void whereBigIntIsMissingTheLargerLibraryDoesTheSame() {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "01");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            List<String> scripts = new ArrayList<>();
            phone.page.onRequest(r -> {
                if (r.url().contains("/assets/")) {
                    scripts.add(r.url().replaceAll(".*/assets/|\\?.*", ""));
                }
            });
            phone.page.addInitScript("delete window.BigInt");
            phone.page.navigate(scanned(survey, card, "01"));
            phone.page.waitForSelector("#seen:visible");
            begin(phone);
            answer(phone);
            phone.next();
            phone.awaitThanks();
            assertEquals(List.of("admit.js", "blindrsa/blindrsa.js"), scripts);
        }
        assertEquals(Map.of("01", 1), counted(survey));
    }

    @Test
    void whereTheScriptCannotExchangeTheCardTheCodeIsPostedAndAnsweredWithoutIt() {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "01");
        deck.expect(card, survey.survey());
        try (Phone phone = new Phone(chromium, base(), 360, false)) {
            phone.page.navigate("/s/" + survey.code());
            assertFalse(phone.page.isVisible("fieldset >> nth=0"), "nothing to fill in before there is a credential");
            phone.photographWhole("card-plain");
            phone.page.fill("#plain", card.grouped() + "-01");
            phone.page.click("form.nojs .go");
            phone.page.click("button");
            phone.page.locator("fieldset label.o").first().click();
            phone.photographWhole("card-open");
            phone.page.click(".go.nojs");
            phone.awaitThanks();
        }
        CardSecret other = deck.print(survey.survey(), "02");
        deck.expect(other, survey.survey());
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.addInitScript("Object.defineProperty(crypto, 'subtle', {value: undefined})");
            phone.page.navigate(scanned(survey, other, "02"));
            phone.page.waitForFunction("document.getElementById('plain').value");
            assertEquals(
                    other.characters() + "02", phone.page.inputValue("#plain"), "a scanned code need not be typed");
            phone.page.click("form.nojs .go");
            phone.page.click("button");
            phone.page.waitForSelector("#intro.on");
            phone.next();
            answer(phone);
            phone.next();
            phone.awaitThanks();
            assertNothingKept(phone.page);
        }
        assertEquals(Map.of("01", 1, "02", 1), counted(survey));
    }

    @Test
    void fiftyDifferentAnswersHaveOneLengthOnTheWire() {
        Manifest survey = survey();
        Set<String> sizes = new TreeSet<>();
        Set<String> bodies = new TreeSet<>();
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.onRequestFinished(r -> {
                if (r.url().contains("/cast")) {
                    bodies.add(String.valueOf(r.postData()).replaceAll("\"(key|message|signature)\":\"[^\"]*\"", ""));
                    sizes.add(r.sizes().requestHeadersSize + "+" + r.sizes().requestBodySize);
                }
            });
            for (int i = 0; i < 50; i++) {
                String stratum = i % 2 == 0 ? "01" : "02";
                phone.page.navigate(scanned(survey, deck.print(survey.survey(), stratum), stratum));
                phone.page.waitForSelector("#seen:visible");
                begin(phone);
                phone.page.evaluate(AT_RANDOM, i);
                phone.awaitThanks();
            }
            phone.assertCalm();
        }
        assertEquals(50, responses.count(survey.survey()));
        assertTrue(bodies.size() >= 45, "the answers differed: " + bodies.size());
        assertEquals(1, sizes.size(), sizes::toString);
    }

    /**
     * The answer is looked for in every file of the browser's profile, as text of one or two bytes a character, a moment
     * after it was typed and after the cast. A draft in clear would be found: the same look finds a marked note that a page
     * keeps openly.
     */
    @Test
    void noFileOfTheBrowsersProfileHoldsAnAnswerInClear(@TempDir Path profile) throws Exception {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "01");
        String answer = "CANARY-ANSWER-" + survey.code();
        String note = "CANARY-NOTE-" + survey.code();
        try (BrowserContext context = chromium.withProfile(profile)) {
            Page page = context.pages().getFirst();
            page.navigate(base() + "/s/" + survey.code() + "/thanks");
            page.navigate(scanned(survey, card, "01"));
            page.waitForSelector("#seen:visible");
            page.click("#next");
            page.waitForSelector("fieldset.on");
            while (!"TEXT".equals(page.getAttribute(".step.on", "data-k"))) {
                page.locator("fieldset.on label.o:visible,fieldset.on button.pick:visible")
                        .first()
                        .click();
                page.click("#next");
            }
            page.fill("fieldset.on textarea", answer);
            page.waitForFunction("Object.keys(localStorage).some(key => key.endsWith(':draft'))");
            // Browsers write such storage after a while: once the note is on the disk, the draft before it is too.
            page.evaluate("note => localStorage.setItem('open', note)", note);
            for (int tries = 0; tries < 60 && filesWith(profile, note).isEmpty(); tries++) {
                page.waitForTimeout(500);
            }
            assertEquals(List.of(), filesWith(profile, answer));
            finish(page);
            page.waitForURL("**/thanks?*");
        }
        assertEquals(Map.of("01", 1), counted(survey));
        assertEquals(List.of(), filesWith(profile, answer));
        assertFalse(filesWith(profile, note).isEmpty(), "the look sees what was kept openly");
        // The browser itself remembers which address was scanned, which no page can undo: a stated residual. Nothing of
        // ours does.
        assertEquals(
                List.of(),
                filesWith(profile, card.characters()).stream()
                        .filter(file -> file.contains("Storage") || file.contains("IndexedDB"))
                        .toList());
    }

    /** Who types the code leaves no trace of the card on the phone: not in the history, nor in what forms remember. */
    @Test
    void aTypedCardIsInNoFileOfTheBrowsersProfile(@TempDir Path profile) throws Exception {
        Manifest survey = survey();
        CardSecret card = deck.print(survey.survey(), "01");
        String typed = card.grouped() + "-01";
        String note = "CANARY-NOTE-" + survey.code();
        String scanned = "CANARYSCAN" + survey.code();
        try (BrowserContext context = chromium.withProfile(profile)) {
            Page page = context.pages().getFirst();
            page.navigate(base() + "/s/" + survey.code() + "/promise#" + scanned);
            page.navigate(base() + "/s/" + survey.code());
            page.waitForSelector("#code:visible");
            page.fill("#typed", typed);
            page.click("#next");
            page.waitForSelector("fieldset.on");
            page.evaluate("note => localStorage.setItem('open', note)", note);
            for (int tries = 0; tries < 60 && filesWith(profile, note).isEmpty(); tries++) {
                page.waitForTimeout(500);
            }
            page.locator("fieldset.on label.o").first().click();
            finish(page);
            page.waitForURL("**/thanks?*");
        }
        assertEquals(Map.of("01", 1), counted(survey));
        for (String secret :
                List.of(card.characters(), card.grouped(), card.grouped().toLowerCase(Locale.ROOT))) {
            assertEquals(List.of(), filesWith(profile, secret));
        }
        assertFalse(filesWith(profile, note).isEmpty(), "the look sees what was kept openly");
        assertFalse(filesWith(profile, scanned).isEmpty(), "the look sees what the history keeps");
    }

    private static List<String> filesWith(Path folder, String text) throws IOException {
        List<String> needles =
                List.of(text, new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> needles.stream().anyMatch(contents(file)::contains))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatComesAfterTheCloseIsToldThatItDoesNotCount() {
        Manifest survey = samples.open("mid-pulse");
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate("/s/" + survey.code() + "/01");
            begin(phone);
            answer(phone);
            Page other = phone.page.context().newPage();
            surveys.close(survey.survey(), null);
            phone.next();
            phone.page.waitForSelector("#late.on");
            phone.photograph("late");
            assertNothingKept(phone.page);
            other.close();
        }
        assertEquals(0, responses.count(survey.survey()));
    }

    @Test
    void aCastThatWaitedUntilAfterTheCloseIsToldSoWhereTheSurveyWas() {
        Manifest survey = samples.open("mid-pulse");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.route("**/cast?*", Route::abort);
            phone.page.navigate("/s/" + survey.code() + "/01");
            begin(phone);
            answer(phone);
            phone.next();
            phone.page.waitForSelector("#trouble:visible");
            surveys.close(survey.survey(), null);
            phone.page.unroute("**/cast?*");
            phone.page.navigate("/s/" + survey.code() + "/01");
            phone.page.waitForSelector("#late.on");
            phone.photograph("shut-late");
            assertNothingKept(phone.page);
        }
        assertEquals(0, responses.count(survey.survey()));
    }

    /** Answers what is on the screen in one of many ways, and goes on until all is sent. */
    private static final String AT_RANDOM = """
            seed => {
              let state = seed * 7919 + 13;
              const draw = n => (state = (state * 48271) % 2147483647) % n;
              const next = document.getElementById("next");
              for (let step = 0; step < 60; step++) {
                const q = document.querySelector("fieldset.on");
                if (q) {
                  const options = Array.from(q.querySelectorAll("label.o input,button.pick:not([hidden])"));
                  const area = q.querySelector("textarea");
                  for (let k = draw(4); k > 0 && options.length; k--) options[draw(options.length)].click();
                  if (area) {
                    area.value = "字\\n\\"😀".repeat(draw(20));
                    area.dispatchEvent(new Event("input", {bubbles: true}));
                  }
                }
                const last = document.getElementById("review").classList.contains("on");
                if (last && !document.querySelector("input:checked")) document.querySelector("label.o input").click();
                next.click();
                if (last) return;
              }
            }""";

    private Manifest survey() {
        return samples.admitting("pre-demand", base(), id -> deck.founder(id, base()));
    }

    private String scanned(Manifest founder, CardSecret card, String stratum) {
        String print = surveys.byCode(founder.code()).fingerprint().substring(0, 20);
        return base() + "/c/" + founder.code() + "#" + card.characters() + "." + print + "." + stratum;
    }

    private static void begin(Phone phone) {
        phone.next();
        phone.page.waitForSelector("fieldset.on");
    }

    private static void answer(Phone phone) {
        while (!phone.step().equals("review")) {
            phone.answer();
            phone.next();
        }
    }

    private static void finish(Page page) {
        while (!"review".equals(page.getAttribute(".step.on", "id"))) {
            page.click("#next");
        }
        page.click("#next");
    }

    /** Closes the window and opens the survey in another one, without the card. */
    private static Page reopened(Page before, Manifest survey) {
        BrowserContext context = before.context();
        Page page = context.newPage();
        before.close();
        page.navigate("/s/" + survey.code());
        page.waitForSelector(".step.on");
        return page;
    }

    /** Lets requests arrive and their answers get lost. */
    private static void losing(Page page, String which) {
        page.route(which, route -> {
            route.fetch();
            route.abort();
        });
    }

    static void assertNothingKept(Page page) {
        page.waitForFunction("localStorage.length === 0");
        assertEquals(0, page.evaluate("Object.keys(sessionStorage).filter(key => !key.endsWith(':receipt')).length"));
        page.waitForFunction("indexedDB.databases().then(all => all.length === 0)");
    }

    private void bot(String method, String path) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base() + path))
                                .header("User-Agent", "Mozilla/5.0 MicroMessenger/8.0")
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private Map<String, Integer> counted(Manifest survey) {
        return responses.countByStratum(survey.survey());
    }

    private static String text(String json, String field) {
        var found = java.util.regex.Pattern.compile("\"" + field + "\":\"([^\"]*)\"")
                .matcher(json);
        assertTrue(found.find(), field);
        return found.group(1);
    }

    private String base() {
        return "http://localhost:" + server.getPort();
    }
}
