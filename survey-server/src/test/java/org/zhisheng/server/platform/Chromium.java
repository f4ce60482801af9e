package org.zhisheng.server.platform;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium for browser tests, without a screen and without calls home. Open one a test class. */
public final class Chromium implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setChromiumSandbox(false)
                    .setArgs(ARGUMENTS));

    /** The browser: open a context of its own for each person. */
    public Browser browser() {
        return browser;
    }

    /** A browser of its own that keeps its profile in a folder, as a phone's does. */
    public BrowserContext withProfile(Path folder) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(PROGRAM)
                                .setChromiumSandbox(false)
                                .setLocale("zh-CN")
                                .setArgs(ARGUMENTS));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
