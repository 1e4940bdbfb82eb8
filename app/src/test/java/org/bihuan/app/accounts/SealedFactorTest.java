package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of the database makes no codes: secrets of second factors lie sealed, also those from before. */
@Tag("database")
class SealedFactorTest {
    private static final byte[] SECRET =
            new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @Test
    void aSecretThatLayOpenIsSealedAtTheStartAndStillGood() {
        Visitor.add(SERVER, "factor", "headquarters", "210300000000");
        AccountStore store = SERVER.bean(AccountStore.class);
        UUID id =
                SERVER.bean(Accounts.class).findByLogin("factor").orElseThrow().id();
        store.setSecondFactor(id, SECRET, 0);
        FactorSeals seals = SERVER.bean(FactorSeals.class);
        assertThat(seals.open(id, stored(id))).as("usable until then").isEqualTo(SECRET);
        seals.sealAll();
        assertThat(stored(id)).isNotEqualTo(SECRET);
        assertThat(Arrays.toString(stored(id))).doesNotContain("1, 2, 3, 4, 5, 6");
        assertThat(seals.open(id, stored(id))).isEqualTo(SECRET);
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.logIn("factor", Visitor.PASSWORD).body()).contains("/login/code");
        long step = Totp.step(Instant.now().getEpochSecond());
        assertThat(visitor.post("/login/code", java.util.Map.of("code", Totp.code(SECRET, step, 6)))
                        .statusCode())
                .isEqualTo(302);
    }

    private static byte[] stored(UUID id) {
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        return owner.sql("select second_factor from accounts.account where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
