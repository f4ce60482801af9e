package org.zhisheng.server;

import java.util.Optional;

/**
 * Who can open the server under which address.
 *
 * @param console the console's address, without a trailing slash
 * @param phones the address under which phones reach it, as far as that is known
 * @param note key of what is to be said about it, or empty
 */
record Reach(String console, String phones, Optional<String> note) {
    static Reach of(Settings settings) {
        if (settings.url() != null) {
            return new Reach(settings.url(), settings.url(), Optional.empty());
        }
        String local = "http://localhost:" + settings.port();
        Optional<String> network = NetworkAddress.find().map(host -> "http://" + host + ":" + settings.port());
        String note = network.isPresent() ? "startup.address.network" : "startup.address.local";
        return new Reach(
                settings.demo() ? network.orElse(local) : local,
                network.orElse(local),
                Optional.of(settings.demo() ? note : "startup.address.none"));
    }
}
