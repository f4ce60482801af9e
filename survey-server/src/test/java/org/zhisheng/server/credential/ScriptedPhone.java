package org.zhisheng.server.credential;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A real Chromium with {@code credential.js} on an empty page of its own, which it believes to come over HTTPS. */
final class ScriptedPhone implements AutoCloseable {
    private static final String ADDRESS = "https://survey.test/";

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Page page;

    ScriptedPhone() {
        this("credential.js", "");
    }

    /** One with another script, and something that is done to the engine before. */
    ScriptedPhone(String script, String before) {
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--disable-gpu", "--no-first-run", "--disable-background-networking")));
        page = browser.newPage();
        // No network: every request is answered from here.
        page.route(
                "**/*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>·</title>")));
        page.navigate(ADDRESS);
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(before + "\n" + script(script)));
    }

    /** The script as it lies in the templates module. */
    static String script() {
        return script("credential.js");
    }

    private static String script(String file) {
        try (InputStream in = ScriptedPhone.class.getResourceAsStream("/zhisheng/assets/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers an issuer's key under {@code key} and gives back its id. */
    String key(byte[] subjectPublicKeyInfo) {
        return text(
                "async info => (window.key = await credential.key(info)).id",
                Base64.getEncoder().encodeToString(subjectPublicKeyInfo));
    }

    /** Runs a function of the page; its argument may be a text or a map. */
    String text(String function, Object argument) {
        return String.valueOf(page.evaluate(function, argument));
    }

    @SuppressWarnings("unchecked")
    Map<String, String> map(String function, Object argument) {
        return (Map<String, String>) page.evaluate(function, argument);
    }

    /** The words of the error with which a function of the page ends; empty where it ends well. */
    String error(String function, Object argument) {
        try {
            page.evaluate(function, argument);
            return "";
        } catch (PlaywrightException e) {
            return Objects.requireNonNullElse(e.getMessage(), "");
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
