package org.zhisheng.server;

import io.micronaut.runtime.Micronaut;

/** Starts the server; the launcher passes its options as system properties and environment variables. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments).banner(false).mainClass(Application.class).start();
    }
}
