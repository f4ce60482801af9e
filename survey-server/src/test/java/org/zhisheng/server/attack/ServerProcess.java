package org.zhisheng.server.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zhisheng.server.Application;

/**
 * The server as it is started for good: a process of its own, with a working folder and a folder of temporary files in
 * which nothing else is, and whose output is its log.
 */
public final class ServerProcess implements AutoCloseable {
    private static final int STARTS_WITHIN_SECONDS = 120;

    private final Process process;
    private final URI address;

    ServerProcess(Path folder, Engine engine) throws IOException, InterruptedException {
        this(folder, engine, freePort(), List.of("-Dzhisheng.url=https://survey.example.org"));
    }

    /** Starts it on a port, with more options of the virtual machine. */
    public ServerProcess(Path folder, Engine engine, int port, List<String> more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(more);
        options.add("-Dzhisheng.port=" + port);
        options.add("-Dzhisheng.data=" + folder.resolve("data"));
        process = start(folder, engine, Application.class.getName(), options, List.of());
        address = URI.create("http://127.0.0.1:" + port);
        awaitStart(folder);
    }

    /** Runs another class of the tests in the same surroundings until it ends. */
    public static int run(Path folder, Engine engine, Class<?> main, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = start(folder, engine, main.getName(), List.of(), arguments);
        if (!process.waitFor(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static Process start(Path folder, Engine engine, String main, List<String> options, List<String> arguments)
            throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary));
        engine.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(options);
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    private static String absolute(String classPath) {
        List<String> places = new ArrayList<>();
        for (String place : classPath.split(":")) {
            places.add(Path.of(place).toAbsolutePath().toString());
        }
        return String.join(":", places);
    }

    private void awaitStart(Path folder) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int tries = 0; tries < 4 * STARTS_WITHIN_SECONDS && process.isAlive(); tries++) {
            try {
                client.send(
                        HttpRequest.newBuilder(address.resolve("/health")).build(),
                        HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                Thread.sleep(250);
            }
        }
        close();
        throw new IllegalStateException("the server did not start: " + Files.readString(folder.resolve("server.log")));
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as an administrator does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
