package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A log-in elsewhere says who somebody is; everything else is ours, and what does not fit is refused and written down. */
@Tag("database")
class OidcTest {
    private static final OidcPlace PLACE = new OidcPlace();

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.oidc.issuer=" + PLACE.issuer(),
            "--bihuan.oidc.client-id=" + OidcPlace.CLIENT,
            "--bihuan.oidc.client-secret=" + OidcPlace.SECRET,
            "--bihuan.oidc.strong=mfa");

    @AfterAll
    static void close() {
        PLACE.close();
    }

    /** An account that an administrator has linked. */
    private static String linked(String subject) {
        String login = "oidc-" + UUID.randomUUID();
        Visitor.add(SERVER, login, "headquarters", "210300000000");
        Account account = SERVER.bean(Accounts.class).findByLogin(login).orElseThrow();
        assertThat(SERVER.bean(AccountLinks.class).link(account, subject, "admin"))
                .isInstanceOf(Accounts.Change.Done.class);
        return login;
    }

    /** Where the other place sends the browser back to. */
    private static String back(Visitor visitor, String wanted) {
        HttpResponse<String> begun = visitor.get("/login/oidc?back=" + wanted);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        URI there = URI.create(begun.headers().firstValue("Location").orElseThrow());
        try (HttpClient client = HttpClient.newHttpClient()) {
            String back = client.send(HttpRequest.newBuilder(there).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            URI address = URI.create(back);
            return address.getRawPath() + "?" + address.getRawQuery();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long events(String kind, String detail) {
        return SERVER.database()
                .jdbc()
                .sql("select count(*) from accounts.event where kind = :kind and detail like :detail")
                .param("kind", kind)
                .param("detail", detail)
                .query(Long.class)
                .single();
    }

    @Test
    void whoIsLinkedComesInWithOurRoleAndRegion() {
        PLACE.wrong = OidcPlace.Wrong.NOTHING;
        PLACE.methods = List.of();
        PLACE.subject = UUID.randomUUID().toString();
        String login = linked(PLACE.subject);
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.get("/login").body()).contains("/login/oidc", "用统一身份登录");
        HttpResponse<String> in = visitor.get(back(visitor, "/account"));
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(in.headers().firstValue("Refresh")).contains("0;url=/account");
        assertThat(visitor.get("/account").body()).contains(login, "市指挥部");
        Account account = SERVER.bean(Accounts.class).findByLogin(login).orElseThrow();
        assertThat(SERVER.bean(Accounts.class).edit(account, "x", account.assignments(), false, "admin"))
                .isInstanceOf(Accounts.Change.Done.class);
        assertThat(visitor.get("/account").statusCode()).as("out at once").isEqualTo(302);
        assertThat(visitor.get(back(visitor, "/")).statusCode()).isEqualTo(422);
        assertThat(events("oidc-refused", "out-of-use")).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = OidcPlace.Wrong.class, names = "NOTHING", mode = EnumSource.Mode.EXCLUDE)
    void aTokenThatIsNotRightIsRefusedAndWrittenDown(OidcPlace.Wrong wrong) {
        PLACE.methods = List.of();
        PLACE.subject = UUID.randomUUID().toString();
        linked(PLACE.subject);
        PLACE.wrong = wrong;
        long before = events("oidc-refused", "invalid%");
        Visitor visitor = new Visitor(SERVER);
        HttpResponse<String> answer = visitor.get(back(visitor, "/"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("统一身份登录没有成功").doesNotContain(PLACE.subject);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
        assertThat(events("oidc-refused", "invalid%")).isEqualTo(before + 1);
        PLACE.wrong = OidcPlace.Wrong.NOTHING;
        assertThat(visitor.get(back(visitor, "/")).statusCode())
                .as("the same person with a right token")
                .isEqualTo(200);
    }

    @Test
    void whoIsNotLinkedGetsNoAccount() {
        PLACE.wrong = OidcPlace.Wrong.NOTHING;
        PLACE.subject = "stranger-" + UUID.randomUUID();
        long accounts = SERVER.bean(Accounts.class).count();
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.get(back(visitor, "/")).statusCode()).isEqualTo(422);
        assertThat(SERVER.bean(Accounts.class).count()).isEqualTo(accounts);
        assertThat(SERVER.database()
                        .jdbc()
                        .sql("select count(*) from accounts.event where detail = 'unlinked' and login = :subject")
                        .param("subject", PLACE.subject)
                        .query(Long.class)
                        .single())
                .as("an administrator finds whom to link")
                .isOne();
    }

    @Test
    void aReturnThatNobodyHereBeganIsRefused() {
        PLACE.wrong = OidcPlace.Wrong.NOTHING;
        PLACE.subject = UUID.randomUUID().toString();
        linked(PLACE.subject);
        Visitor visitor = new Visitor(SERVER);
        String address = back(visitor, "/");
        Visitor other = new Visitor(SERVER);
        assertThat(other.get(address).statusCode()).as("another browser").isEqualTo(422);
        back(other, "/");
        assertThat(other.get(address).statusCode())
                .as("with a log-in of its own")
                .isEqualTo(422);
        assertThat(visitor.get(address.replaceAll("state=.*", "state=x")).statusCode())
                .as("another state")
                .isEqualTo(422);
        assertThat(visitor.get(address).statusCode()).as("once only").isEqualTo(422);
        String second = back(visitor, "/");
        assertThat(visitor.get(second).statusCode()).isEqualTo(200);
        assertThat(visitor.get(second).statusCode()).as("replayed").isEqualTo(422);
        assertThat(visitor.get("/login/oidc/back?error=access_denied").statusCode())
                .isEqualTo(422);
        assertThat(visitor.get("/login/oidc?back=https://evil.example/")
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .startsWith(PLACE.issuer());
    }

    @Test
    void ourSecondFactorIsAskedForUnlessTheOtherPlaceHasAskedForOne() {
        PLACE.wrong = OidcPlace.Wrong.NOTHING;
        PLACE.subject = UUID.randomUUID().toString();
        String login = linked(PLACE.subject);
        UUID id = SERVER.bean(Accounts.class).findByLogin(login).orElseThrow().id();
        SERVER.database()
                .jdbcOfOwner()
                .sql("update accounts.account set second_factor = :secret where id = :id")
                .param("secret", SERVER.bean(FactorSeals.class).seal(id, Tokens.bytes(SecondFactors.SECRET_BYTES)))
                .param("id", id)
                .update();
        PLACE.methods = List.of("pwd");
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.get(back(visitor, "/")).body()).contains("/login/code");
        assertThat(visitor.get("/account").statusCode()).as("not in yet").isEqualTo(302);
        PLACE.methods = List.of("pwd", "mfa");
        assertThat(visitor.get(back(visitor, "/")).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void administratorsLinkOthersAndNobodyTwice() {
        Visitor administrator = Visitor.as(SERVER, "administrator", "210300000000");
        String subject = UUID.randomUUID().toString();
        linked(subject);
        String other = "oidc-" + UUID.randomUUID();
        Visitor.add(SERVER, other, "headquarters", "210300000000");
        UUID id = SERVER.bean(Accounts.class).findByLogin(other).orElseThrow().id();
        administrator.get("/accounts/" + id);
        assertThat(administrator
                        .post("/accounts/" + id + "/link", Map.of("subject", subject))
                        .body())
                .contains("已关联另一个账户");
        String own = UUID.randomUUID().toString();
        assertThat(administrator
                        .post("/accounts/" + id + "/link", Map.of("subject", own))
                        .statusCode())
                .isEqualTo(302);
        assertThat(administrator.get("/accounts/" + id).body()).contains(own);
        assertThat(administrator
                        .post("/accounts/" + id + "/link", Map.of("subject", ""))
                        .statusCode())
                .isEqualTo(302);
        assertThat(administrator.get("/accounts/" + id).body()).doesNotContain(own);
        UUID self = SERVER.bean(Accounts.class)
                .findByLogin("visitor-administrator-210300000000")
                .orElseThrow()
                .id();
        assertThat(administrator
                        .post("/accounts/" + self + "/link", Map.of("subject", own))
                        .statusCode())
                .as("not themselves")
                .isEqualTo(422);
    }
}
