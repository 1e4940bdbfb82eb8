package org.bihuan.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.ShownAccounts;
import org.bihuan.app.accounts.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demonstration as it is started: whoever the log-in shows comes in with the password it shows. */
@Tag("database")
class DemoAccountsTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--spring.profiles.active=demo", "--bihuan.demo.people=30", "--bihuan.data=target/demo-accounts");

    @Test
    void nobodyIsAskedToMakeAnAdministratorWhereThereAreAccounts() {
        assertThat(SERVER.database()
                        .jdbc()
                        .sql("select count(*) from accounts.setup")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Path.of("target/demo-accounts/first-administrator.txt")).doesNotExist();
    }

    @Test
    void everyAccountThatIsShownComesIn() {
        assertThat(SERVER.bean(ShownAccounts.class).accounts())
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> {
                    Visitor visitor = new Visitor(SERVER);
                    assertThat(visitor.get("/login").body()).contains(each.login(), each.password());
                    assertThat(visitor.logIn(each.login(), each.password()).statusCode())
                            .as(each.login())
                            .isEqualTo(302);
                    assertThat(visitor.get("/account").body()).contains(each.login());
                });
    }
}
