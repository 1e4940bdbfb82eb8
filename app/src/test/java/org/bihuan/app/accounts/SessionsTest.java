package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.clock.WallClock;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a log-in lasts, what ends it, and how much guessing is worth; on a clock of its own. */
@Tag("database")
class SessionsTest {
    private static final DivisionCode CITY = DivisionCode.of("210300000000");
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12), 3);

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.shared();

    private final Hand hand = new Hand();
    private final WallClock clock = new WallClock(hand);
    private final AttemptStore attempts = SERVER.bean(AttemptStore.class);
    private final SessionStore store = SERVER.bean(SessionStore.class);
    private final AccountStore accountStore = SERVER.bean(AccountStore.class);
    private final Passwords passwords = SERVER.bean(Passwords.class);
    private final FactorSeals seals = SERVER.bean(FactorSeals.class);
    private final Sessions sessions = new Sessions(store, attempts, SETTINGS, clock);
    private final LogIn logIn = new LogIn(accountStore, attempts, sessions, store, passwords, seals, clock);
    private final SecondFactors factors = new SecondFactors(accountStore, attempts, passwords, seals, clock);
    private final ServiceKeys keys = new ServiceKeys(SERVER.bean(ServiceKeyStore.class), attempts, clock);

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @Test
    void anUnusedSessionEndsAndAUsedOneGoesOnUntilItIsOld() {
        String token = in(account("headquarters"));
        for (int i = 0; i < 24; i++) {
            hand.pass(Duration.ofMinutes(29));
            assertThat(sessions.find(token, "a", "b")).as("after %d", i).isPresent();
        }
        hand.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(token, "a", "b")).as("older than 12 hours").isEmpty();
        String other = in(account("headquarters"));
        hand.pass(Duration.ofMinutes(31));
        assertThat(sessions.find(other, "a", "b")).isEmpty();
        hand.pass(Duration.ofMinutes(-31));
        assertThat(sessions.find(other, "a", "b")).as("gone for good").isEmpty();
    }

    @Test
    void aPageThatLooksAgainByItselfKeepsNobodyLoggedIn() {
        String token = in(account("headquarters"));
        for (int i = 0; i < 59; i++) {
            hand.pass(Duration.ofSeconds(30));
            assertThat(sessions.find(token, "a", "b", true)).as("after %d", i).isPresent();
        }
        hand.pass(Duration.ofSeconds(30));
        assertThat(sessions.find(token, "a", "b", true))
                .as("half an hour after somebody last did something")
                .isEmpty();
        String moved = in(account("headquarters"));
        hand.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(moved, "another address", "b", true)).isPresent();
        hand.pass(Duration.ofMinutes(2));
        assertThat(sessions.find(moved, "another address", "b")).isEmpty();
    }

    @Test
    void aFourthLogInEndsTheFirst() {
        String login = account("headquarters");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tokens.add(in(login));
            hand.pass(Duration.ofSeconds(1));
        }
        assertThat(tokens.stream().map(token -> sessions.find(token, "a", "b").isPresent()))
                .containsExactly(false, true, true, true);
    }

    @Test
    void aPhoneMayMoveAndAnAdministratorMayNot() {
        String worker = in(account("disease-control"));
        assertThat(sessions.find(worker, "another address", "b")).isPresent();
        String administrator = in(account("administrator"));
        assertThat(sessions.find(administrator, "another address", "b")).isEmpty();
        assertThat(sessions.find(administrator, "a", "b")).isEmpty();
    }

    @Test
    void whoIsTakenOutOfUseIsOutAtOnce() {
        String login = account("headquarters");
        String token = in(login);
        Account account = accountStore.findByLogin(login).orElseThrow();
        Accounts accounts = SERVER.bean(Accounts.class);
        Assignment other = new Assignment(Roles.builtIn().get("duty-officer"), CITY);
        assertThat(accounts.edit(account, "x", List.of(other), true, "admin")).isInstanceOf(Accounts.Change.Done.class);
        assertThat(sessions.find(token, "a", "b"))
                .as("the role of the session is gone")
                .isEmpty();
        String again = in(login);
        assertThat(accounts.edit(account, "x", List.of(other), false, "admin"))
                .isInstanceOf(Accounts.Change.Done.class);
        assertThat(sessions.find(again, "a", "b")).isEmpty();
        assertThat(logIn.withPassword(login, Visitor.PASSWORD, "a", "b")).isInstanceOf(LogIn.Result.Wrong.class);
    }

    @Test
    void theSecondFactorIsAskedForAndEachCodeIsGoodOnce() {
        String login = account("headquarters");
        String first = in(login);
        Session session = sessions.find(first, "a", "b").orElseThrow();
        byte[] secret = secret(factors.offer(session, first).text());
        assertThat(factors.confirm(session, first, "000000")).isFalse();
        assertThat(factors.confirm(session, first, code(secret))).isTrue();
        hand.pass(Duration.ofSeconds(60));
        LogIn.Result.CodeNeeded needed =
                (LogIn.Result.CodeNeeded) logIn.withPassword(login, Visitor.PASSWORD, "a", "b");
        assertThat(sessions.find(needed.token(), "a", "b"))
                .as("half a log-in is none")
                .isEmpty();
        String code = code(secret);
        LogIn.Result.In in = (LogIn.Result.In) logIn.withCode(needed.token(), code, "a", "b");
        assertThat(sessions.find(in.token(), "a", "b")).isPresent();
        LogIn.Result.CodeNeeded later = (LogIn.Result.CodeNeeded) logIn.withPassword(login, Visitor.PASSWORD, "a", "b");
        assertThat(logIn.withCode(later.token(), code, "a", "b")).isInstanceOf(LogIn.Result.Wrong.class);
        hand.pass(Duration.ofMinutes(6));
        assertThat(logIn.withCode(later.token(), code(secret), "a", "b"))
                .as("five minutes are over")
                .isInstanceOf(LogIn.Result.Wrong.class);
    }

    @Test
    void tenThousandGuessesAreHardlyLookedAt() {
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            logins.add(i % 2 == 0 ? account("headquarters") : "nobody-" + UUID.randomUUID());
        }
        int lookedAt = 0;
        for (int i = 0; i < 10_000; i++) {
            String address = "198.51.100." + i % 50;
            lookedAt += logIn.withPassword(logins.get(i % 10), "guess-number-" + i, address, "b")
                            instanceof LogIn.Result.Wrong
                    ? 1
                    : 0;
        }
        assertThat(lookedAt).isBetween(10 * LockOut.FREE_BY_NAME, 10 * (LockOut.FREE_BY_NAME + 1));
        assertThat(logIn.withPassword(logins.getFirst(), Visitor.PASSWORD, "a", "b"))
                .isInstanceOf(LogIn.Result.Locked.class);
        hand.pass(Duration.ofSeconds(16));
        assertThat(logIn.withPassword(logins.getFirst(), Visitor.PASSWORD, "a", "b"))
                .as("whose account it is waits a quarter of a minute")
                .isInstanceOf(LogIn.Result.In.class);
    }

    @Test
    void theDelayGrowsToAnHourAndNoFurther() {
        assertThat(LockOut.after(4, 4)).isEqualTo(Duration.ZERO);
        assertThat(LockOut.after(5, 4)).isEqualTo(Duration.ofSeconds(15));
        assertThat(LockOut.after(7, 4)).isEqualTo(Duration.ofSeconds(60));
        assertThat(LockOut.after(1_000_000, 4)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aKeyIsGoodUntilItExpiresOrIsRevoked() {
        Assignment as = new Assignment(Roles.builtIn().get("disease-control"), CITY);
        String key = keys.add("laboratory", as, Duration.ofDays(1), "admin");
        assertThat(keys.find(key))
                .hasValueSatisfying(asker -> assertThat(asker.login()).isEqualTo("key:laboratory"));
        assertThat(keys.find(key.substring(0, key.length() - 1) + "?")).isEmpty();
        assertThat(keys.find("bihuan_")).isEmpty();
        assertThat(keys.find("")).isEmpty();
        String revoked = keys.add("old laboratory", as, Duration.ofDays(1), "admin");
        keys.revoke(keys.find(revoked).orElseThrow().account(), "admin");
        assertThat(keys.find(revoked)).isEmpty();
        hand.pass(Duration.ofDays(1));
        assertThat(keys.find(key)).isEmpty();
        assertThatThrownBy(() -> keys.add(
                        "robot",
                        new Assignment(Roles.builtIn().get("administrator"), CITY),
                        Duration.ofDays(1),
                        "admin"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPasswordNoKeyAndNoTokenIsKeptAsItIs() {
        String login = account("headquarters");
        String token = in(login);
        String key =
                keys.add("kept", new Assignment(Roles.builtIn().get("headquarters"), CITY), Duration.ofDays(1), "x");
        String all =
                SERVER.database().jdbcOfOwner().sql("""
                        select string_agg(t, ' ') from (
                            select a::text as t from accounts.account a union all select s::text from accounts.session s
                            union all select k::text from accounts.service_key k union all select e::text from accounts.event e) x
                        """).query(String.class).single();
        assertThat(all)
                .contains(login, "{argon2id}")
                .doesNotContain(Visitor.PASSWORD, token, key.substring(key.lastIndexOf('_') + 1));
    }

    private String account(String role) {
        String login = "s-" + UUID.randomUUID();
        Visitor.add(SERVER, login, role, "210300000000");
        return login;
    }

    private String in(String login) {
        return ((LogIn.Result.In) logIn.withPassword(login, Visitor.PASSWORD, "a", "b")).token();
    }

    private String code(byte[] secret) {
        return Totp.code(secret, Totp.step(hand.instant().getEpochSecond()));
    }

    /** As an authenticator reads what was typed. */
    private static byte[] secret(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int i = 0; i < bytes.length * 8; i++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i / 5));
            if ((digit >> (4 - i % 5) & 1) == 1) {
                bytes[i / 8] |= (byte) (1 << (7 - i % 8));
            }
        }
        return bytes;
    }
}
