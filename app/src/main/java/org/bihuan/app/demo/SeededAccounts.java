package org.bihuan.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.accounts.ShownAccounts;
import org.bihuan.app.authority.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Seeds once the server is up. */
record SeededAccounts(ShownAccounts shown, Accounts accounts, ServiceKeys keys) {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    /** First of all: whoever asks then whether there are accounts is told so. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        shown.accounts().forEach(each -> {
            if (accounts.findByLogin(each.login()).isEmpty()
                    && accounts.add(
                                    each.login(),
                                    each.as().role().zh(),
                                    each.password(),
                                    List.of(each.as()),
                                    false,
                                    "demo")
                            instanceof Accounts.Change.Refused refused) {
                throw new IllegalStateException("a demonstration account breaks the rule " + refused.rule());
            }
        });
        LOG.info(
                "演示账户(密码相同)  demonstration accounts, all with the password {}: {}",
                shown.accounts().getFirst().password(),
                shown.accounts().stream()
                        .map(each -> each.login() + " (" + each.as().key() + ")")
                        .collect(Collectors.joining(", ")));
        shown.accounts().stream()
                .map(ShownAccounts.Shown::as)
                .filter(as -> as.role().may(Permission.RECORD_FACTS))
                .findFirst()
                .ifPresent(as -> LOG.info(
                        "演示服务密钥,一天有效  key of the demonstration for the API, for a day: {}",
                        keys.add("demo", as, Duration.ofDays(1), "demo")));
    }
}
