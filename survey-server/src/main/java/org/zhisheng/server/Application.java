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
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.demo.Demo;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.platform.StartupNotice;

/** Starts the server; the launcher passes its options as system properties. A failure is one sentence, never a trace. */
public final class Application {
    private static final PrintStream TERMINAL = System.out;

    private final long began = System.nanoTime();
    private final Reach reach;
    private final Settings settings;
    private final Messages messages = new Messages();

    private Application(Settings given) {
        this.reach = Reach.of(given);
        // A trial prints QR codes with the address that there is; otherwise launching waits for a public one.
        this.settings = given.demo() ? given.withUrl(reach.phones()) : given;
    }

    public static void main(String[] arguments) {
        // The database keeps times without a zone: they are UTC, wherever the server stands.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            new Application(Settings.read(System::getProperty, System::getenv)).run();
        } catch (StartFailure failure) {
            failure.print(new Messages(), System.err);
            System.exit(failure.status());
        }
    }

    private void run() throws StartFailure {
        DataFolder.prepare(settings.data());
        ApplicationContext context = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "stop"));
        try {
            Optional<Demo> demo = context.findBean(Demo.class);
            demo.ifPresent(d -> d.set(URI.create(reach.phones())));
            new ReadyNotice(messages, context.getBeansOfType(StartupNotice.class), TERMINAL)
                    .print(reach, Duration.ofNanos(System.nanoTime() - began));
            URI server = context.getBean(EmbeddedServer.class).getURI();
            demo.ifPresent(d -> d.begin(server, TERMINAL));
        } catch (RuntimeException e) {
            throw new Diagnosis(settings).of(e);
        }
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
        properties.put("zhisheng.role", settings.role());
        put(properties, "zhisheng.url", settings.url());
        put(properties, "zhisheng.issuer", settings.issuer());
        put(properties, "zhisheng.token", settings.token());
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
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
