package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** Accounts: making them, proving that somebody is who they say, and changing what is one's own. */
@Singleton
final class Accounts {
    private static final int LONGEST_DISPLAY_NAME = 50;
    private static final String USER_NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,31}";

    private final AccountStore store;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SignInThrottle throttle;
    private final InstantSource clock;
    private final SecureRandom random;

    Accounts(
            AccountStore store,
            Passwords passwords,
            PasswordRules rules,
            SignInThrottle throttle,
            InstantSource clock,
            SecureRandom random) {
        this.store = store;
        this.passwords = passwords;
        this.rules = rules;
        this.throttle = throttle;
        this.clock = clock;
        this.random = random;
    }

    /** Whether nobody has an account yet. */
    boolean isEmpty() {
        return store.count() == 0;
    }

    /** The account with the id. */
    AccountStore.Row get(Id id) {
        return store.findById(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /** Makes an account; reports {@link #faults} where there are any. */
    Id create(Person person) {
        List<Fault> faults = faults(person);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        Id id = Id.random(random);
        store.save(new AccountStore.Row(
                id,
                person.userName(),
                person.displayName(),
                passwords.hash(person.password()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return id;
    }

    /** What is wrong with the entries {@code userName}, {@code displayName} and {@code password}. */
    List<Fault> faults(Person person) {
        List<Fault> faults = new ArrayList<>();
        if (!person.userName().matches(USER_NAME)) {
            faults.add(Fault.of("userName", "account.fault.user-name"));
        } else if (store.findByUserName(person.userName()).isPresent()) {
            faults.add(Fault.of("userName", "account.fault.user-name-taken"));
        }
        displayNameFault(person.displayName()).ifPresent(faults::add);
        rules.fault("password", person.password(), person.userName()).ifPresent(faults::add);
        return faults;
    }

    /** The account of whoever knows this name and password; the problems {@code sign-in-failed}, {@code too-many-requests}. */
    Id authenticate(String typedName, String password) {
        String userName = Person.fold(typedName);
        if (!throttle.admits(userName)) {
            throw ProblemException.of(Problem.TOO_MANY_REQUESTS);
        }
        Optional<AccountStore.Row> account = store.findByUserName(userName);
        if (!passwords.matches(password, account.map(AccountStore.Row::passwordHash))) {
            throttle.failed(userName);
            throw ProblemException.of(Problem.SIGN_IN_FAILED);
        }
        throttle.succeeded(userName);
        return account.map(AccountStore.Row::id).orElseThrow();
    }

    /** Gives an account another display name. */
    void rename(Id id, String displayName) {
        displayNameFault(displayName.strip()).ifPresent(fault -> {
            throw ProblemException.invalid(fault);
        });
        AccountStore.Row old = get(id);
        store.update(
                new AccountStore.Row(id, old.userName(), displayName.strip(), old.passwordHash(), old.createdAt()));
    }

    /** Gives an account another password, once the present one is known. */
    void changePassword(Id id, String current, String next) {
        AccountStore.Row old = get(id);
        if (!passwords.matches(current, Optional.of(old.passwordHash()))) {
            throw ProblemException.invalid(Fault.of("current", "account.fault.password-current"));
        }
        rules.fault("password", next, old.userName()).ifPresent(fault -> {
            throw ProblemException.invalid(fault);
        });
        store.update(
                new AccountStore.Row(id, old.userName(), old.displayName(), passwords.hash(next), old.createdAt()));
    }

    private static Optional<Fault> displayNameFault(String name) {
        return name.isBlank() || name.length() > LONGEST_DISPLAY_NAME
                ? Optional.of(Fault.of("displayName", "account.fault.display-name", LONGEST_DISPLAY_NAME))
                : Optional.empty();
    }
}
