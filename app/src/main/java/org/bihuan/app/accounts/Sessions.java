package org.bihuan.app.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Role;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.clock.WallClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is logged in. A session ends when it is idle or old, when its account is disabled or loses the role, and when it
 * turns up in another browser; an administrator's, security officer's or auditor's also when it turns up at another
 * address. Others keep theirs there, since a phone changes its address in the street. Thread-safe.
 */
@Service
public class Sessions {
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final int LONGEST_AGENT = 300;

    private final SessionStore store;
    private final AttemptStore events;
    private final SessionSettings settings;
    private final WallClock clock;

    Sessions(SessionStore store, AttemptStore events, SessionSettings settings, WallClock clock) {
        this.store = store;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** The session of the token; empty when there is none that may be used from there. */
    @Transactional
    public Optional<Session> find(String token, String address, String agent) {
        return find(token, address, agent, false);
    }

    /**
     * The same.
     *
     * @param isBackground whether a page asks by itself, which does not keep the session of somebody who went away
     */
    @Transactional
    public Optional<Session> find(String token, String address, String agent, boolean isBackground) {
        Instant now = clock.instant();
        SessionStore.Row row = store.find(Tokens.hash(token)).orElse(null);
        if (row == null || row.waitsForCode()) {
            return Optional.empty();
        }
        Optional<Role> role = Roles.builtIn().find(row.role());
        if (role.isEmpty() || !row.holds() || isOver(row, now)) {
            store.end(row.account(), row.id());
            return Optional.empty();
        }
        boolean moved = !row.address().equals(address);
        if (!row.agent().equals(cut(agent)) || moved && role.get().isAlone()) {
            store.end(row.account(), row.id());
            events.event("session-elsewhere", row.login(), row.login(), address, row.address(), now);
            return Optional.empty();
        }
        if (isBackground) {
            if (moved) {
                store.moved(row.id(), address);
            }
        } else if (moved || row.seenAt().plus(NOTED).isBefore(now)) {
            store.seen(row.id(), address, now);
        }
        return Optional.of(session(row, role.get()));
    }

    private boolean isOver(SessionStore.Row row, Instant now) {
        return !now.isBefore(row.seenAt().plus(settings.idle()))
                || !now.isBefore(row.createdAt().plus(settings.longest()));
    }

    /** A new session with a token that was never seen before; gives back the token. */
    String open(UUID account, Assignment as, boolean waitsForCode, String address, String agent, Instant now) {
        String token = Tokens.fresh();
        store.add(UUID.randomUUID(), Tokens.hash(token), account, as, waitsForCode, address, cut(agent), now);
        if (!waitsForCode) {
            store.clean(account, settings.most(), now.minus(settings.longest()), now.minus(settings.idle()));
        }
        return token;
    }

    /** The session between password and code; taken away whatever comes of it. */
    Optional<SessionStore.Row> findWaiting(String token, String agent, Instant now) {
        return store.find(Tokens.hash(token))
                .filter(row -> row.waitsForCode()
                        && row.holds()
                        && row.agent().equals(cut(agent))
                        && now.isBefore(row.createdAt().plus(SessionSettings.FOR_CODE)));
    }

    /** The account's sessions, the newest first. */
    @Transactional(readOnly = true)
    public List<Session> list(UUID account) {
        return store.list(account).stream()
                .filter(row -> !row.waitsForCode())
                .flatMap(row -> Roles.builtIn().find(row.role()).map(role -> session(row, role)).stream())
                .toList();
    }

    /** Ends one of the account's sessions; false when it has no such session. */
    @Transactional
    public boolean end(UUID account, UUID session) {
        return store.end(account, session);
    }

    /** Ends all of the account's sessions. */
    @Transactional
    public void endAll(UUID account) {
        store.endAll(account);
    }

    /** Goes on in another of the account's roles. */
    @Transactional
    public void act(Session session, Assignment as) {
        store.setRole(session.id(), as);
    }

    private static Session session(SessionStore.Row row, Role role) {
        return new Session(
                row.id(),
                new Asker(row.account(), row.login(), row.name(), role, row.region(), ""),
                row.mustChange(),
                row.createdAt(),
                row.seenAt(),
                row.address(),
                row.agent(),
                row.person());
    }

    private static String cut(String agent) {
        return agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }
}
