package org.zhisheng.server;

import io.micronaut.runtime.Micronaut;
import java.util.TimeZone;

/** Starts the server; the launcher passes its options as system properties and environment variables. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        // The database keeps times without a zone: they are UTC, wherever the server stands.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Micronaut.build(arguments).banner(false).mainClass(Application.class).start();
    }
}
