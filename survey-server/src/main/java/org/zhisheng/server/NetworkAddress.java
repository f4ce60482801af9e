package org.zhisheng.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The address under which other machines of the local network reach this one. */
final class NetworkAddress {
    /** Reserved for documentation (RFC 5737): routed by default, never answered; no packet is sent to it. */
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.1", 9);

    private NetworkAddress() {}

    /**
     * The private IPv4 address from which this machine would reach the world, which picks the right one of several
     * interfaces; empty without a network.
     */
    static Optional<String> find() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(ELSEWHERE);
            InetAddress local = socket.getLocalAddress();
            boolean usable = local instanceof Inet4Address && !local.isLoopbackAddress() && !local.isAnyLocalAddress();
            return usable ? Optional.of(local.getHostAddress()) : Optional.empty();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
