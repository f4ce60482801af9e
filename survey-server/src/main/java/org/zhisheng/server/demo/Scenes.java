package org.zhisheng.server.demo;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.zhisheng.server.platform.Json;

/** The scenes that the templates module holds. */
@Singleton
final class Scenes {
    private final Json json;

    Scenes(Json json) {
        this.json = json;
    }

    /** The union tree around the founding notice, with a closed demand survey and an open evaluation. */
    Scene tree() {
        return read("linyi");
    }

    /** One survey to be tried. */
    Scene sample() {
        return read("sample");
    }

    private Scene read(String name) {
        String path = "/zhisheng/demo/" + name + ".json";
        try (InputStream file = Scenes.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the scene " + path + " is missing from the templates module");
            }
            return json.read(file.readAllBytes(), Scene.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the scene " + path + " cannot be read", e);
        }
    }
}
