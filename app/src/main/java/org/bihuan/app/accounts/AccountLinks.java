package org.bihuan.app.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.clock.WallClock;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.kernel.IdentityDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who an account's user is: elsewhere, and among the people here. Set by administrators, not for themselves. Thread-safe. */
@Service
public class AccountLinks {
    private static final int LONGEST_SUBJECT = 200;

    private final OidcStore store;
    private final OidcSettings settings;
    private final AttemptStore events;
    private final KeyedHash hash;
    private final WallClock clock;

    AccountLinks(OidcStore store, OidcSettings settings, AttemptStore events, KeyedHash hash, WallClock clock) {
        this.store = store;
        this.settings = settings;
        this.events = events;
        this.hash = hash;
        this.clock = clock;
    }

    /** Whether there is another place to log in. */
    public boolean isOidcOn() {
        return settings.isOn();
    }

    /** What the other place calls the account's user. */
    @Transactional(readOnly = true)
    public Optional<String> subject(UUID account) {
        return store.subject(account);
    }

    /** Whether somebody has said which person the account's user is. */
    @Transactional(readOnly = true)
    public boolean hasPerson(UUID account) {
        return store.hasPerson(account);
    }

    /** Links the account to a subject of the other place, or to none when it is empty. */
    @Transactional
    public Accounts.Change link(Account account, String typed, String by) {
        String subject = typed.strip();
        if (account.login().equals(by)) {
            return new Accounts.Change.Refused("subject", "accounts.rule.own");
        }
        if (subject.length() > LONGEST_SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
            return new Accounts.Change.Refused("subject", "accounts.rule.subject");
        }
        Instant now = clock.instant();
        if (!subject.isEmpty()
                && store.account(settings.issuer(), subject)
                        .filter(other -> !other.equals(account.id()))
                        .isPresent()) {
            return new Accounts.Change.Refused("subject", "accounts.rule.subject.taken");
        }
        store.unlink(account.id());
        if (!subject.isEmpty()) {
            store.link(settings.issuer(), subject, account.id(), by, now);
        }
        events.event(subject.isEmpty() ? "unlinked" : "linked", account.login(), by, "", subject, now);
        return new Accounts.Change.Done(account.id());
    }

    /** Says whose document the account's user has; only its keyed hash is kept. Nobody's when it is empty. */
    @Transactional
    public Accounts.Change setPerson(Account account, String document, String by) {
        if (account.login().equals(by)) {
            return new Accounts.Change.Refused("document", "accounts.rule.own");
        }
        Optional<IdentityDocument> known = IdentityDocument.recognise(document);
        if (!document.isBlank() && known.isEmpty()) {
            return new Accounts.Change.Refused("document", "accounts.rule.document");
        }
        store.setPerson(account.id(), known.map(hash::ofDocument).orElse(null));
        events.event(known.isPresent() ? "person-set" : "person-removed", account.login(), by, "", "", clock.instant());
        return new Accounts.Change.Done(account.id());
    }
}
