package org.bihuan.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.identity.Found;
import org.bihuan.app.identity.People;
import org.bihuan.app.identity.Register;
import org.bihuan.app.identity.Registered;
import org.bihuan.app.identity.Registration;
import org.bihuan.app.imports.store.RowHash;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.kernel.DocumentKind;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.kernel.ResidentNumber;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who came in a ledger are people like all others: found by document, telephone and name, and once. */
@Tag("database")
class LedgerPeopleTest {
    private static final Reader READER = Reader.named("li");
    private static final List<Object> HEADER = List.of("姓名", "身份证号", "联系电话", "抵鞍日期", "来源地");
    private static final String PHONE = "13800138000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private final Office office = new Office(SERVER);
    private final People people = SERVER.bean(People.class);
    private final JdbcClient owner = SERVER.database().jdbcOfOwner();

    /** A number with its check character; the eighteenth follows from the seventeen. */
    private static String number(String seventeen) {
        return "0123456789X"
                .chars()
                .mapToObj(last -> seventeen + (char) last)
                .filter(each -> ResidentNumber.parse(each).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    private Upload take(String sender, String name, String document, String phone) {
        byte[] file = Office.workbook(List.of(HEADER, List.of(name, document, phone, "7月20日", "大连市")));
        return office.take(office.send(sender, file, Office.JULY_26, true));
    }

    private List<Found> byDocument(String number) {
        return people.byDocument(IdentityDocument.ofWritten(number).orElseThrow(), READER, "visit", now());
    }

    @Test
    void whoCameInALedgerIsFoundByNumberTelephoneAndName() {
        String number = number("21030219860503121");
        take("找人一", "欧阳台账", number, PHONE);
        Found found = byDocument(number).getFirst();
        assertThat(found.name()).isEqualTo("欧阳台账");
        assertThat(found.document()).startsWith("2103").contains("*");
        assertThat(people.byName("欧阳台", List.of(), READER, "visit", now())).containsExactly(found);
        assertThat(people.byPhone(PhoneNumber.list(PHONE).getFirst(), READER, "visit", now()))
                .contains(found);
        assertThat(found.subject().id())
                .as("the id tells the number to nobody, and keys of facts name nobody")
                .doesNotContain("1986");
        String row = "p-" + SERVER.bean(KeyedHash.class).of("ledger-person", "resident-id/" + number);
        assertThat(owner.sql("select count(*) from facts.fact where key like :row || '%'")
                        .param("row", row)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void threeHundredPeopleOfALedgerAreAllFoundAndOnceOnly() {
        List<List<Object>> rows = new java.util.ArrayList<>();
        rows.add(HEADER);
        List<String> numbers = new java.util.ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String number = number("21030219770" + (101 + i % 29) + String.format(java.util.Locale.ROOT, "%03d", i));
            numbers.add(number);
            rows.add(List.of("台账" + i, number, "1390000" + (1000 + i), "7月20日", "大连市"));
        }
        byte[] file = Office.workbook(rows);
        Upload taken = office.take(office.send("三百人", file, Office.JULY_26, true));
        assertThat(taken.counts().added()).isEqualTo(300);
        Upload again = office.take(office.send("三百人", file, Office.JULY_26, true));
        assertThat(again.counts().same()).isEqualTo(300);
        assertThat(again.counts().facts()).isZero();
        for (int i = 0; i < 300; i++) {
            String name = "台账" + i;
            assertThat(byDocument(numbers.get(i))).extracting(Found::name).containsExactly(name);
        }
    }

    @Test
    void aPassportFindsItsOwnerToo() {
        take("找人二", "Peter Muster", "E12345678", "");
        assertThat(people.byDocument(
                        IdentityDocument.parse(DocumentKind.PASSPORT, "E12345678")
                                .orElseThrow(),
                        READER,
                        "visit",
                        now()))
                .singleElement()
                .satisfies(found -> assertThat(found.document()).isEqualTo("E1*****78"));
    }

    @Test
    void anEqualTelephoneMakesNobodyOneAndAnEqualDocumentDoes() {
        String one = number("21030219860503122");
        String two = number("21030219860503124");
        Register register = SERVER.bean(Register.class);
        Registered registered = register.register(
                new Registration("desk-1", "东方台账", null, one, "13900139000", null, null, null, null, null),
                "desk",
                now());
        SubjectId known = ((Registered.Done) registered).subject();
        take("找人三", "东方台账", one, "13900139000");
        take("找人四", "东方台账", one, "13900139000");
        take("找人五", "东方之妻", two, "13900139000");
        assertThat(byDocument(one))
                .as("who is registered at the desk is who came in two offices' ledgers")
                .extracting(Found::subject)
                .containsExactly(known);
        assertThat(byDocument(two))
                .singleElement()
                .satisfies(wife -> assertThat(wife.subject()).isNotEqualTo(known));
        assertThat(people.byPhone(PhoneNumber.list("13900139000").getFirst(), READER, "visit", now()))
                .hasSize(2);
        assertThat(people.duplicates(null, 100, READER, "duplicates", now())).isEmpty();
    }

    @Test
    void whoseFactsWereRecordedBeforeStayWhoTheyAreAndAreFoundOnceTheLedgerComesAgain() {
        String number = number("21030219860503126");
        Upload first = take("找人六", "慕容从前", number, "");
        String row = "p-" + SERVER.bean(KeyedHash.class).of("ledger-person", "resident-id/" + number);
        // as it was before: the facts' subject is the row's, nobody is found by the number
        String person = byDocument(number).getFirst().subject().toString();
        String before = "person:" + row;
        owner.sql("update vault.data_key set owner = :row where owner = :person")
                .param("row", before)
                .param("person", person)
                .update();
        for (String table : List.of("facts.fact_subject", "facts.lookup", "authority.subject_region")) {
            owner.sql("update " + table + " set subject = :row where subject = :person")
                    .param("row", before)
                    .param("person", person)
                    .update();
        }
        owner.sql("update facts.fact set subjects = replace(subjects, :person, :row)")
                .param("row", row)
                .param("person", person.substring("person:".length()))
                .update();
        owner.sql("delete from facts.person_number where subject = :person")
                .param("person", person)
                .update();
        owner.sql("update imports.listed set person = '' where seen_in = :upload")
                .param("upload", first.id())
                .update();
        assertThat(byDocument(number)).isEmpty();
        Upload again = take("找人六", "慕容从前", number, "");
        assertThat(again.counts().same()).isOne();
        assertThat(again.counts().facts()).as("nothing is said anew").isZero();
        assertThat(byDocument(number)).singleElement().satisfies(found -> {
            assertThat(found.subject().id()).isEqualTo(row);
            assertThat(found.name()).isEqualTo("慕容从前");
        });
    }

    @Test
    void hashesOfRowsAreKeyedAndThoseOfBeforeBecomeSo() {
        String number = number("21030219860503128");
        Upload upload = take("找人七", "司马密钥", number, "");
        UUID plain = UUID.randomUUID();
        String content = UUID.randomUUID().toString();
        RowHash hash = SERVER.bean(RowHash.class);
        UUID kept = owner.sql("select hash from imports.listed where seen_in = :upload")
                .param("upload", upload.id())
                .query(UUID.class)
                .single();
        String row = "p-" + SERVER.bean(KeyedHash.class).of("ledger-person", "resident-id/" + number);
        UUID guessed = HashId.of(
                "arrivedAt", "2020-07-20T00:00:00+08:00", "name", "司马密钥", "origin", "210200000000", "person", row);
        assertThat(kept).as("who guesses a row needs the key to test it").isEqualTo(hash.of(guessed));
        owner.sql("update imports.listed set hash = :plain, is_keyed = false, parts = :parts where seen_in = :upload")
                .param("plain", plain)
                .param("parts", "arrival\tk\t" + content + "\ngone\tg\t\n")
                .param("upload", upload.id())
                .update();
        var rekeying = SERVER.bean(org.bihuan.app.imports.store.Rekeying.class);
        rekeying.afterSingletonsInstantiated();
        rekeying.afterSingletonsInstantiated(); // what is keyed stays
        assertThat(owner.sql("select hash || ' ' || parts from imports.listed where seen_in = :upload")
                        .param("upload", upload.id())
                        .query(String.class)
                        .single())
                .isEqualTo(hash.of(plain) + " arrival\tk\t" + hash.ofContent(content) + "\ngone\tg\t\n");
    }
}
