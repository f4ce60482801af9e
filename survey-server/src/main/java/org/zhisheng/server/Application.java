package org.zhisheng.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.zhisheng.server.ReadyNotice.AddressKind;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.platform.StartupNotice;

/** Starts the server; the launcher passes its options as system properties. A failure is one sentence, never a trace. */
public final class Application {
    private static final PrintStream TERMINAL = System.out;

    private final Settings settings;
    private final AddressKind reach;
    private final Messages messages = new Messages();

    private Application(Settings given) {
        Optional<String> network = given.demo() && given.url() == null ? NetworkAddress.find() : Optional.empty();
        if (given.url() != null) {
            this.reach = AddressKind.PUBLIC;
            this.settings = given;
        } else if (given.demo()) {
            this.reach = network.isPresent() ? AddressKind.NETWORK : AddressKind.LOCAL;
            this.settings = given.withUrl("http://" + network.orElse("localhost") + ":" + given.port());
        } else {
            this.reach = AddressKind.NONE;
            this.settings = given;
        }
    }

    public static void main(String[] arguments) {
        long began = System.nanoTime();
        // The database keeps times without a zone: they are UTC, wherever the server stands.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            new Application(Settings.read(System::getProperty, System::getenv)).run(began);
        } catch (StartFailure failure) {
            failure.print(new Messages(), System.err);
            System.exit(failure.status());
        }
    }

    private void run(long began) throws StartFailure {
        DataFolder.prepare(settings.data());
        ApplicationContext context = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "stop"));
        String address = settings.url() == null ? "http://localhost:" + settings.port() : settings.url();
        new ReadyNotice(messages, context.getBeansOfType(StartupNotice.class), TERMINAL)
                .print(URI.create(address), reach, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Starts the server, or tells why it does not. */
    static ApplicationContext start(Settings settings) throws StartFailure {
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Application.class)
                .banner(false)
                .deduceEnvironment(false)
                .properties(properties(settings))
                .build();
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
            return context;
        } catch (RuntimeException e) {
            StartFailure failure = new Diagnosis(settings).of(e);
            context.close();
            throw failure;
        }
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("zhisheng.port", settings.port());
        properties.put("zhisheng.data", settings.data().toString());
        properties.put("zhisheng.demo", settings.demo());
        if (settings.url() != null) {
            properties.put("zhisheng.url", settings.url());
        }
        return properties;
    }

    /** Runs on Ctrl-C and SIGTERM: requests under way are finished, then the database is closed. */
    private void stop(ApplicationContext context) {
        say("startup.stopping");
        context.close();
        say("startup.stopped");
    }

    private void say(String key) {
        for (Language language : Language.values()) {
            TERMINAL.println(messages.say(language, key));
        }
    }
}
