package org.zhisheng.server.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the server writes to its terminal while this is open; it appears there all the same. */
final class ServerLog implements AutoCloseable {
    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    ServerLog() {
        System.setOut(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        terminal.write(b);
                        written.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        terminal.write(bytes, from, length);
                        written.write(bytes, from, length);
                    }
                },
                true,
                StandardCharsets.UTF_8));
    }

    void copy(Path folder) throws IOException {
        Files.write(folder.resolve("server.log"), written.toByteArray());
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(terminal);
    }
}
