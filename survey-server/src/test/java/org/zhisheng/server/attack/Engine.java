package org.zhisheng.server.attack;

import java.util.HashMap;
import java.util.Map;

/**
 * What tells a server where its database is.
 *
 * @param properties properties of the application
 */
public record Engine(Map<String, Object> properties) {
    /** The embedded database in the data folder, with the settings that the server has by default. */
    public static final Engine H2 = new Engine(Map.of());

    static Engine of(PrivateMySql server) {
        return new Engine(Map.of(
                "zhisheng.database.url", server.url(),
                "datasources.default.username", server.user(),
                "datasources.default.password", server.password()));
    }

    /** The same with one more property. */
    public Engine with(String property, String value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return new Engine(more);
    }
}
