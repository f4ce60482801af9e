package org.zhisheng.server;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.platform.StartupNotice;

/** What the terminal says once the server is up: where the console is, and what the features have to say. */
final class ReadyNotice {
    private static final double MILLIS_A_SECOND = 1000;

    private final Messages messages;
    private final List<StartupNotice> notices;
    private final PrintStream output;

    ReadyNotice(Messages messages, Collection<StartupNotice> notices, PrintStream output) {
        this.messages = messages;
        this.notices = notices.stream()
                .sorted(Comparator.comparingInt(StartupNotice::position))
                .toList();
        this.output = output;
    }

    /** Prints it; {@code start} is how long the start took. */
    void print(Reach reach, Duration start) {
        output.println();
        say("startup.ready", String.format(Locale.ROOT, "%.1f", start.toMillis() / MILLIS_A_SECOND));
        reach.note().ifPresent(this::say);
        output.println();
        say("startup.console");
        output.println("  " + reach.console() + "/console");
        for (StartupNotice notice : notices) {
            List<String> lines = notice.lines(URI.create(reach.console()));
            if (!lines.isEmpty()) {
                output.println();
                lines.forEach(output::println);
            }
        }
        output.println();
        output.flush();
    }

    private void say(String key, Object... arguments) {
        for (Language language : Language.values()) {
            output.println(messages.say(language, key, List.of(arguments)));
        }
    }
}
