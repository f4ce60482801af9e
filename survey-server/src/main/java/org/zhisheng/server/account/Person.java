package org.zhisheng.server.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What somebody states about themselves when an account is made.
 *
 * @param userName what is typed to sign in; kept in lower case
 * @param displayName the name shown to colleagues
 * @param password the password as it was typed
 */
record Person(String userName, String displayName, String password) {
    Person {
        userName = fold(userName);
        displayName = displayName.strip();
    }

    /** A user name as it is stored and compared: full-width and capital letters make no difference. */
    static String fold(String userName) {
        return Normalizer.normalize(userName.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Person[" + userName + "]";
    }
}
