package org.zhisheng.server.credential;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Ciphers or verifiers of one key, each lent to one thread at a time: making one costs up to half of a verification, and
 * virtual threads, of which each request has a new one, would find a thread's cache empty.
 */
final class Lent<E> {
    private final Queue<E> idle = new ConcurrentLinkedQueue<>();
    private final Maker<E> maker;

    Lent(Maker<E> maker) {
        this.maker = maker;
    }

    /** Uses an engine; one that failed may hold half an input and is not used again. */
    <R> R use(Use<E, R> use) throws GeneralSecurityException {
        E waiting = idle.poll();
        E engine = waiting == null ? maker.make() : waiting;
        R result = use.with(engine);
        idle.add(engine);
        return result;
    }

    interface Maker<E> {
        E make() throws GeneralSecurityException;
    }

    interface Use<E, R> {
        R with(E engine) throws GeneralSecurityException;
    }
}
