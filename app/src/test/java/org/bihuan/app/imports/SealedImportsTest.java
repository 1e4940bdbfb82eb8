package org.bihuan.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.app.RunningServer;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.policy.fact.HashId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has a copy of the database reads nobody's name or number in what was uploaded, and nothing once it is forgotten. */
@Tag("database")
class SealedImportsTest {
    private static final String NAME = "欧阳探针";
    private static final String DOCUMENT = "11010519491231002X";
    private static final String OTHER = "440524188001010014";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private final Office office = new Office(SERVER);

    private static byte[] csv(String document, String place) {
        return ("姓名,身份证号,抵鞍日期,来源地\n" + NAME + "," + document + ",7月20日," + place + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Everything that the tables of imports hold, as text; bytes as their letters. */
    private static String everything() {
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        StringBuilder all = new StringBuilder();
        for (String table : List.of("upload", "line", "listed", "mapping")) {
            owner.sql("select t::text from imports." + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        owner.sql("select encode(bytes, 'escape') from imports.piece")
                .query(String.class)
                .list()
                .forEach(all::append);
        return all.toString();
    }

    @Test
    void nothingOfAnUploadLiesOpen() {
        Upload good = office.send("封存一", csv(DOCUMENT, "大连市"), Office.JULY_26, true);
        Upload bad = office.send("封存二", csv(DOCUMENT, "火星"), Office.JULY_26, true);
        assertThat(good.sample().toString()).as("who looks at it reads it").contains(NAME, DOCUMENT);
        assertThat(office.imports().refused(bad.id(), 0, 10).getFirst().zh()).contains("火星");
        String unkeyed = HashId.of("document", "resident-id/" + DOCUMENT).toString();
        assertThat(everything()).contains("封存一").doesNotContain(NAME, DOCUMENT, "火星", unkeyed);
        assertThat(office.take(good).counts().facts()).isPositive();
        assertThat(everything()).doesNotContain(NAME, DOCUMENT, unkeyed);
    }

    @Test
    void theKeyGoesWithTheUpload() {
        Upload upload = office.send("封存三", csv(OTHER, "大连市"), Office.JULY_26, true);
        String keys = "select count(*) from vault.data_key where wrapped is not null and owner = 'import:" + upload.id()
                + "'";
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        assertThat(owner.sql(keys).query(Long.class).single()).isOne();
        office.imports().forget(upload.id());
        assertThat(owner.sql(keys).query(Long.class).single()).isZero();
        assertThat(office.imports().refused(upload.id(), 0, 10)).isEmpty();
        assertThat(owner.sql(keys).query(Long.class).single())
                .as("looking makes no new key")
                .isZero();
    }

    @Test
    void whomALedgerOfBeforeGaveAnIdKeepsIt() {
        String before = "p-" + HashId.of("document", "resident-id/" + OTHER);
        Upload first = office.take(office.send("从前", csv(OTHER, "大连市"), Office.JULY_26, true));
        String keyed = "p-" + SERVER.bean(KeyedHash.class).of("ledger-person", "resident-id/" + OTHER);
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        assertThat(owner.sql("select count(*) from imports.listed where subject = :id")
                        .param("id", keyed)
                        .query(Long.class)
                        .single())
                .isPositive();
        owner.sql("update imports.listed set subject = :id where subject = :keyed and sender = '从前'")
                .param("id", before)
                .param("keyed", keyed)
                .update();
        owner.sql("update imports.upload set has_plain_ids = true where id = :id")
                .param("id", first.id())
                .update();
        Upload again = office.send("从前", csv(OTHER, "大连市"), Office.JULY_26.plusSeconds(60), true);
        assertThat(again.counts().changed() + again.counts().same())
                .as("the row of before, not a new one")
                .isOne();
        assertThat(again.counts().added()).isZero();
        assertThat(again.counts().gone()).isZero();
        owner.sql("update imports.upload set has_plain_ids = false").update();
    }
}
