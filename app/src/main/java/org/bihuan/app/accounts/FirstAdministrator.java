package org.bihuan.app.accounts;

import java.util.List;
import java.util.Optional;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first account where there is none: each start writes a new one-time token into a private file until somebody used one. The token
 * is worth nothing as soon as there is an account. Thread-safe.
 */
@Service
public class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final SetupStore store;
    private final SetupFile file;

    FirstAdministrator(Accounts accounts, SetupStore store, SetupFile file) {
        this.file = file;
        this.accounts = accounts;
        this.store = store;
    }

    @EventListener
    @Transactional
    void ready(ApplicationReadyEvent event) {
        if (accounts.count() == 0) {
            String token = Tokens.fresh();
            store.replace(Tokens.hash(token));
            file.write(token);
            LOG.info(
                    "还没有账户。建立系统管理员的一次性地址在文件 {} 里  There is no account yet: the one-time address to make the administrator at is in the file {}",
                    file.path(),
                    file.path());
        } else {
            file.remove();
        }
    }

    /** Whether the token may still be used. */
    @Transactional(readOnly = true)
    public boolean isGood(String token) {
        return accounts.count() == 0
                && store.find()
                        .filter(hash -> Tokens.areEqual(hash, Tokens.hash(token)))
                        .isPresent();
    }

    /** The administrator's account; empty when the token is not good. */
    @Transactional
    public Optional<Accounts.Change> make(String token, String login, String name, String password, DivisionCode city) {
        store.lock();
        if (!isGood(token)) {
            return Optional.empty();
        }
        Assignment as = new Assignment(Roles.builtIn().get("administrator"), city);
        Accounts.Change change = accounts.add(login, name, password, List.of(as), false, "setup");
        if (change instanceof Accounts.Change.Done) {
            store.remove();
            file.remove();
        }
        return Optional.of(change);
    }
}
