package org.bihuan.app.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.clock.WallClock;
import org.bihuan.kernel.Divisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, and what administrators do with them. Thread-safe. */
@Service
public class Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int LONGEST_NAME = 60;

    private final AccountStore store;
    private final SessionStore sessions;
    private final AttemptStore events;
    private final Passwords passwords;
    private final WallClock clock;

    Accounts(AccountStore store, SessionStore sessions, AttemptStore events, Passwords passwords, WallClock clock) {
        this.store = store;
        this.sessions = sessions;
        this.events = events;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of a change. */
    public sealed interface Change {
        /** Done to the account. */
        record Done(UUID account) implements Change {}

        /**
         * Nothing changed.
         *
         * @param field of the form
         * @param rule message key of the rule that it breaks
         */
        record Refused(String field, String rule) implements Change {}
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count() {
        return store.count();
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Account> findByLogin(String login) {
        return store.findByLogin(login);
    }

    /** By login, after one; those whose login or name has the text. */
    @Transactional(readOnly = true)
    public List<Account> list(String text, String after, int limit) {
        return store.list(text, after, limit);
    }

    /**
     * Makes an account.
     *
     * @param mustChange whether the password is a first one, to be changed at once
     * @param by login of who does it
     */
    @Transactional
    public Change add(
            String login, String name, String password, List<Assignment> assignments, boolean mustChange, String by) {
        if (!LOGIN.matcher(login).matches()) {
            return new Change.Refused("login", "accounts.rule.login");
        }
        Optional<Change> fault = faultOfName(name).or(() -> fault(assignments)).or(() -> faultOf(password, login));
        if (fault.isPresent()) {
            return fault.get();
        }
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        if (!store.add(id, login, name.strip(), passwords.hash(password), mustChange, by, now)) {
            return new Change.Refused("login", "accounts.rule.taken");
        }
        store.setAssignments(id, assignments);
        events.event("added", login, by, "", keys(assignments), now);
        return new Change.Done(id);
    }

    /** Gives it another name, other roles, or takes it out of use; nobody does so to their own account. */
    @Transactional
    public Change edit(Account account, String name, List<Assignment> assignments, boolean enabled, String by) {
        if (account.login().equals(by)) {
            return new Change.Refused("login", "accounts.rule.own");
        }
        Optional<Change> fault = faultOfName(name).or(() -> fault(assignments));
        if (fault.isPresent()) {
            return fault.get();
        }
        Instant now = clock.instant();
        store.rename(account.id(), name.strip());
        store.setAssignments(account.id(), assignments);
        if (enabled == (account.disabledAt() != null)) {
            store.setDisabled(account.id(), enabled ? null : now);
        }
        if (!enabled) {
            sessions.endAll(account.id());
        }
        events.event("changed", account.login(), by, "", keys(assignments) + (enabled ? "" : " disabled"), now);
        return new Change.Done(account.id());
    }

    /** A password from an administrator, to be changed at the next log-in. A lost second factor goes too, if so wished. */
    @Transactional
    public Change reset(Account account, String password, boolean withSecondFactor, String by) {
        if (account.login().equals(by)) {
            return new Change.Refused("login", "accounts.rule.own");
        }
        Optional<Change> fault = faultOf(password, account.login());
        if (fault.isPresent()) {
            return fault.get();
        }
        Instant now = clock.instant();
        store.setPassword(account.id(), passwords.hash(password), true, now);
        if (withSecondFactor) {
            store.setSecondFactor(account.id(), null, 0);
        }
        sessions.endAll(account.id());
        events.event("reset", account.login(), by, "", withSecondFactor ? "second-factor" : "", now);
        return new Change.Done(account.id());
    }

    /** One's own password; ends all other sessions. */
    @Transactional
    public Change changePassword(Session session, String old, String fresh) {
        UUID id = session.asker().account();
        AccountStore.Secret secret = store.secret(id).orElseThrow();
        if (!passwords.matches(old, secret.password())) {
            return new Change.Refused("old", "accounts.rule.old");
        }
        if (old.equals(fresh)) {
            return new Change.Refused("fresh", "accounts.rule.same");
        }
        Optional<Change> fault = faultOf(fresh, session.asker().login());
        if (fault.isPresent()) {
            return new Change.Refused("fresh", ((Change.Refused) fault.get()).rule());
        }
        Instant now = clock.instant();
        store.setPassword(id, passwords.hash(fresh), false, now);
        sessions.list(id).stream()
                .filter(each -> !each.id().equals(session.id()))
                .forEach(each -> sessions.end(id, each.id()));
        events.event("password", session.asker().login(), session.asker().login(), session.address(), "", now);
        return new Change.Done(id);
    }

    private static Optional<Change> faultOfName(String name) {
        boolean bad =
                name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
        return bad ? Optional.of(new Change.Refused("name", "accounts.rule.name")) : Optional.empty();
    }

    private static Optional<Change> faultOf(String password, String login) {
        return Passwords.fault(password, login)
                .map(rule -> new Change.Refused("password", "accounts.rule.password." + rule));
    }

    private static Optional<Change> fault(List<Assignment> assignments) {
        Set<String> roles = assignments.stream().map(each -> each.role().id()).collect(Collectors.toSet());
        if (assignments.isEmpty()) {
            return Optional.of(new Change.Refused("roles", "accounts.rule.no-role"));
        }
        if (!Roles.builtIn().goTogether(roles)) {
            return Optional.of(new Change.Refused("roles", "accounts.rule.apart"));
        }
        for (Assignment each : assignments) {
            int level = each.region().level();
            if (level < each.role().coarsest()
                    || level > each.role().finest()
                    || !Divisions.load().exists(each.region())) {
                return Optional.of(new Change.Refused("roles", "accounts.rule.region"));
            }
        }
        return Optional.empty();
    }

    private static String keys(List<Assignment> assignments) {
        return assignments.stream().map(Assignment::key).collect(Collectors.joining(" "));
    }
}
