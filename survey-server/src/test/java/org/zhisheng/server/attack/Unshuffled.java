package org.zhisheng.server.attack;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Chance of a collector that forgets to shuffle: lists stay in their order, and everything else is as random as ever. */
@Factory
@Requires(property = "zhisheng.test.unshuffled", value = "true")
final class Unshuffled {
    @Singleton
    @Primary
    SecureRandom random() {
        return new Orderly();
    }

    private static final class Orderly extends SecureRandom {
        private static final long serialVersionUID = 1L;

        /** {@link java.util.Collections#shuffle} swaps the last of so many with the one that is drawn: here with itself. */
        @Override
        public int nextInt(int bound) {
            boolean shuffles = StackWalker.getInstance()
                    .walk(frames ->
                            frames.limit(3).anyMatch(f -> f.getMethodName().equals("shuffle")));
            return shuffles ? bound - 1 : super.nextInt(bound);
        }
    }
}
