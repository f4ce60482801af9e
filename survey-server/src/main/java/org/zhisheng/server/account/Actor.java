package org.zhisheng.server.account;

import java.util.List;
import org.zhisheng.server.kernel.Id;

/**
 * Who is signed in. Controllers take it as an argument; a request without a session is sent to the sign-in page.
 *
 * @param account the account
 * @param name the name shown to colleagues, and written beside what the person launches or amends
 * @param grants the roles held
 */
public record Actor(Id account, String name, List<Grant> grants) {
    public Actor {
        grants = List.copyOf(grants);
    }
}
