package org.zhisheng.server.platform;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Time and chance as beans, so that tests can set the one and seed the other. A {@link Clock} is also the
 * {@link java.time.InstantSource} that features ask for.
 */
@Factory
final class Ambient {
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
