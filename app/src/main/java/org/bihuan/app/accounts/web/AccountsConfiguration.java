package org.bihuan.app.accounts.web;

import java.util.List;
import org.bihuan.app.accounts.Account;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.bihuan.app.site.OtherRoles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu, for those who may, and the roles that a page offers to change to. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    @Bean
    Navigation accountsEntry() {
        return new Navigation("/accounts", "accounts.menu", 80).in(MenuGroup.SYSTEM);
    }

    @Bean
    OtherRoles otherRoles(Accounts accounts) {
        return new OtherRoles(() -> Asking.asker()
                .map(asker -> accounts.find(asker.account())
                        .map(account -> others(account, asker))
                        .orElse(List.of()))
                .orElse(List.of()));
    }

    private static List<OtherRoles.Choice> others(Account account, Asker asker) {
        return account.assignments().stream()
                .filter(each -> !each.region().equals(asker.region()) || each.role() != asker.role())
                .map(each -> new OtherRoles.Choice(each.key(), each.role(), each.region()))
                .toList();
    }
}
