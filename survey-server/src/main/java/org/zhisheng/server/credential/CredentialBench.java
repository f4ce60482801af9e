package org.zhisheng.server.credential;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhisheng.server.kernel.Id;

/**
 * {@code bench credentials}: signatures and verifications a second and core, beside {@code openssl speed rsa2048} in the
 * same run. All contestants are timed in turn, in processor time (as OpenSSL does), over and over; medians are compared.
 * Ours do all that a request needs: the signer checks each signature, the verifier hashes and decodes the message.
 *
 * <p>One JSON object a line goes to the standard output. The exit status is 1 where a target is missed, 2 where there is
 * no OpenSSL to compare with.
 */
public final class CredentialBench {
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final double TARGET = 0.6;
    private static final int BATCH = 8;
    /** Before the numbers of OpenSSL's line: rsa, 2048, bits. */
    private static final int WORDS = 3;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, List<Double>> rates = new TreeMap<>();
    private final SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
    private final byte[] prepared;
    private final byte[] blinded;
    private final byte[] signature;

    private CredentialBench() {
        Blinder blinder = new Blinder(key.verificationKey(), Variant.PSS_RANDOMIZED, new SecureRandom());
        Blinded made = blinder.blind(blinder.prepare(new byte[Id.BYTES]));
        prepared = made.prepared();
        blinded = made.message();
        signature = blinder.finish(made, new BlindSigner(key).blindSign(blinded));
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(new CredentialBench().run() ? 0 : 1);
        } catch (IOException e) {
            System.err.println("bench credentials: " + e.getMessage());
            System.exit(2);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        Engine product = Engine.fastest();
        System.err.println("bench credentials: engine " + product + ", one to two minutes");
        if (product == Engine.JDK) {
            System.err.println("bench credentials: the native provider does not load here: "
                    + Engine.NATIVE.reason().orElse(""));
        }
        engines().forEach(engine -> measure(engine, WARM_UP_NANOS));
        rates.clear();
        for (int round = 0; round < ROUNDS; round++) {
            openssl();
            engines().forEach(engine -> measure(engine, ROUND_NANOS));
        }
        return report(product);
    }

    private void measure(Engine engine, long nanos) {
        BlindSigner signer = new BlindSigner(key, engine);
        Verifier verifier = new Verifier(key.verificationKey(), Variant.PSS_RANDOMIZED, engine);
        record("sign " + engine, rate(() -> signer.blindSign(blinded).length == blinded.length, nanos));
        record(
                "verify " + engine,
                rate(() -> verifier.check(prepared, signature).equals(Optional.empty()), nanos));
    }

    private void record(String what, double rate) {
        rates.computeIfAbsent(what, w -> new ArrayList<>()).add(rate);
    }

    /** Operations a second of this thread's processor time. */
    private static double rate(Operation operation, long nanos) {
        long start = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        long done = 0;
        while (spent < nanos) {
            for (int i = 0; i < BATCH; i++) {
                if (!operation.right()) {
                    throw new IllegalStateException("a wrong result must not be timed");
                }
            }
            done += BATCH;
            spent = THREADS.getCurrentThreadCpuTime() - start;
        }
        return done * 1e9 / spent;
    }

    private void openssl() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("openssl", "speed", "-seconds", "2", "rsa2048")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader().readAllLines();
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new IOException("openssl speed rsa2048 failed; it is needed for the comparison");
        }
        // "rsa 2048 bits 0.000249s 0.000017s 4017.4 60485.5": times carry an s; rates follow, signatures first.
        List<Double> numbers = Arrays.stream(lines.getLast().split("\\s+"))
                .skip(WORDS)
                .filter(word -> !word.endsWith("s"))
                .map(Double::valueOf)
                .toList();
        record("sign openssl", numbers.get(0));
        record("verify openssl", numbers.get(1));
    }

    private boolean report(Engine product) {
        boolean holds = true;
        for (String operation : List.of("sign", "verify")) {
            double openssl = median(operation + " openssl");
            print(operation + "_rate_of_openssl", openssl, "per second", 1, "null", "null");
            for (Engine engine : engines()) {
                double ours = median(operation + " " + engine);
                double ratio = ours / openssl;
                String suffix = engine == product ? "" : "_with_jdk";
                boolean judged = engine == product;
                print(operation + "_rate" + suffix, ours, "per second", ratio, "null", "null");
                String name = operation + "_ratio_to_openssl" + suffix;
                print(
                        name,
                        ratio,
                        "ratio",
                        ratio,
                        judged ? "" + TARGET : "null",
                        judged ? "" + (ratio >= TARGET) : "null");
                holds &= !judged || ratio >= TARGET;
            }
        }
        return holds;
    }

    private static void print(String figure, double value, String unit, double ratio, String target, String holds) {
        System.out.printf(
                Locale.ROOT,
                "{\"figure\":\"%s\",\"value\":%.5g,\"unit\":\"%s\",\"beside\":\"openssl speed rsa2048\",\"ratio\":%.3f,"
                        + "\"target\":%s,\"holds\":%s}%n",
                figure,
                value,
                unit,
                ratio,
                target,
                holds);
    }

    private static List<Engine> engines() {
        return Arrays.stream(Engine.values()).filter(Engine::works).toList();
    }

    private double median(String what) {
        return rates.getOrDefault(what, List.of()).stream().sorted().toList().get(ROUNDS / 2);
    }

    private interface Operation {
        boolean right();
    }
}
