package org.zhisheng.server;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.platform.StartupNotice;

/** What the terminal says once the server is up: where the console is, and what the features have to say. */
final class ReadyNotice {
    private final Messages messages;
    private final Collection<StartupNotice> notices;
    private final PrintStream output;

    ReadyNotice(Messages messages, Collection<StartupNotice> notices, PrintStream output) {
        this.messages = messages;
        this.notices = notices;
        this.output = output;
    }

    /**
     * Prints it.
     *
     * @param address where the console is reached, without a trailing slash
     * @param kind which kind of address it is
     * @param start how long the start took
     */
    void print(URI address, AddressKind kind, Duration start) {
        output.println();
        say("startup.ready", String.format(Locale.ROOT, "%.1f", start.toMillis() / 1000.0));
        if (kind != AddressKind.PUBLIC) {
            say(kind.key());
        }
        output.println();
        output.println(inBoth("startup.console") + " " + address + "/console");
        for (StartupNotice notice : notices) {
            List<String> lines = notice.lines(address);
            if (!lines.isEmpty()) {
                output.println();
                lines.forEach(output::println);
            }
        }
        output.println();
        output.flush();
    }

    private String inBoth(String key) {
        return messages.say(Language.CHINESE, key) + messages.say(Language.ENGLISH, key);
    }

    private void say(String key, Object... arguments) {
        for (Language language : Language.values()) {
            output.println(messages.say(language, key, List.of(arguments)));
        }
    }

    /** How far the printed address reaches. */
    enum AddressKind {
        PUBLIC,
        NETWORK,
        LOCAL,
        NONE;

        String key() {
            return "startup.address." + name().toLowerCase(Locale.ROOT);
        }
    }
}
