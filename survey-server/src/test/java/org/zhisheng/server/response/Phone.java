package org.zhisheng.server.response;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.zhisheng.server.platform.Chromium;

/**
 * A worker's phone: a real Chromium of a phone's size, that refuses to talk to any other host and remembers what its
 * pages complained about. Screenshots go to {@code target/screenshots}.
 */
public final class Phone implements AutoCloseable {
    private static final int HEIGHT = 780;

    private final BrowserContext context;
    private final int width;
    public final Page page;
    final List<String> complaints = new ArrayList<>();

    public Phone(Chromium chromium, String base, int width, boolean script) {
        this.width = width;
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setLocale("zh-CN")
                        .setViewportSize(width, HEIGHT)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> dialog.accept());
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                complaints.add("asked another host: " + request.url());
            }
        });
    }

    /** Answers the question on the screen with its first option or options, or a few words; gives back its code. */
    public String answer() {
        Locator question = page.locator("fieldset.on");
        String code = question.getAttribute("id");
        switch (String.valueOf(question.getAttribute("data-k"))) {
            case "SINGLE" -> question.locator("label.o").first().click();
            case "MULTIPLE" -> {
                question.locator("label.o").nth(0).click();
                question.locator("label.o").nth(1).click();
            }
            case "RANKED" -> {
                question.locator("button.pick:visible").nth(1).click();
                question.locator("button.pick:visible").nth(0).click();
            }
            default -> question.locator("textarea").fill("食堂的菜太咸了");
        }
        return String.valueOf(code);
    }

    public void next() {
        page.click("#next");
    }

    /** Which step is on the screen: {@code intro}, an item's code, {@code review} or {@code sending}. */
    public String step() {
        return String.valueOf(page.locator(".step.on").getAttribute("id"));
    }

    public void awaitThanks() {
        page.waitForURL("**/thanks?lang=*");
    }

    public void photograph(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/phone", width + "-" + name + ".png")));
    }

    public void photographWhole(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/phone", width + "-" + name + ".png")));
    }

    public void assertCalm() {
        Assertions.assertEquals(List.of(), complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
