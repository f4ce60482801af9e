package org.zhisheng.server.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhisheng.server.credential.Rfc9474.hex;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One signer and one verifier serve all requests of a key at once, refused ones in between. */
final class ConcurrencyTest {
    private static final int CREDENTIALS = 64;

    static List<Engine> engines() {
        return BlindSignatureTest.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void manyThreadsShareASignerAndAVerifier(Engine engine) throws Exception {
        SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
        BlindSigner signer = new BlindSigner(key, engine);
        Verifier verifier = new Verifier(key.verificationKey(), Variant.PSS_RANDOMIZED, engine);
        Blinder blinder = new Blinder(key.verificationKey(), Variant.PSS_RANDOMIZED, new SecureRandom());
        List<Callable<Optional<Refusal>>> workers = IntStream.range(0, CREDENTIALS)
                .<Callable<Optional<Refusal>>>mapToObj(i -> () -> {
                    if (i % 4 == 0) {
                        return verifier.check(
                                new byte[32], new byte[key.verificationKey().size()]);
                    }
                    Blinded blinded = blinder.blind(blinder.prepare(new byte[i]));
                    byte[] signature = blinder.finish(blinded, signer.blindSign(blinded.message()));
                    return verifier.check(blinded.prepared(), signature);
                })
                .toList();
        List<Optional<Refusal>> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Refusal>> worker : threads.invokeAll(workers)) {
                results.add(worker.get());
            }
        }
        for (int i = 0; i < CREDENTIALS; i++) {
            assertEquals(i % 4 == 0 ? Optional.of(Refusal.INVALID_SIGNATURE) : Optional.empty(), results.get(i));
        }
    }

    @Test
    void oneBlindedMessageAskedAHundredTimesHasOneSignature() throws Exception {
        SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
        BlindSigner signer = new BlindSigner(key);
        byte[] blinded = new byte[key.verificationKey().size()];
        blinded[blinded.length / 2] = 1;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> request = () -> hex(signer.blindSign(blinded));
            long distinct = threads
                    .invokeAll(IntStream.range(0, 100).mapToObj(i -> request).toList())
                    .stream()
                    .map(Future::resultNow)
                    .distinct()
                    .count();
            assertEquals(1, distinct);
        }
    }
}
