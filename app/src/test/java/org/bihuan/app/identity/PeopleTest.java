package org.bihuan.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.AuditEntry;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.DocumentKind;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People in the database: sealed, found, registered once, merged, parted, forgotten. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class PeopleTest {
    private static final Instant NOW = Instant.parse("2020-07-31T12:00:00Z");
    /** The samples of the standard itself; no living person has them. */
    private static final String NUMBER = "11010519491231002X";

    private static final String OTHER_NUMBER = "440524188001010014";
    private static final String NAME = "欧阳钱塘";
    private static final String PHONE = "13800138000";
    private static final String ADDRESS = "青云路七十一号";
    private static final DivisionCode TIEDONG = DivisionCode.of("210302000000");
    private static final DivisionCode TIEXI = DivisionCode.of("210303000000");
    private static final Reader READER = Reader.named("li");

    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    private final People people = MACHINE.bean(People.class);
    private final Register register = MACHINE.bean(Register.class);
    private final Facts facts = MACHINE.bean(Facts.class);
    private final JdbcClient owner = MACHINE.database().jdbcOfOwner();

    @BeforeEach
    void empty() {
        MACHINE.at(NOW);
        owner.sql(
                        "truncate facts.fact, facts.fact_subject, facts.alias, facts.mark, facts.lookup, facts.person_number, facts.destroyed,"
                                + " vault.data_key, duties.subject, duties.decision, duties.pin, duties.duty, duties.measure,"
                                + " duties.signal, duties.ambient")
                .update();
    }

    @Test
    void aPlantedNameIsNowhereInTheDatabase() {
        Map<String, Object> person = person(NAME, NUMBER, PHONE);
        person.put("address", ADDRESS);
        person.put("hobby", NAME + "的爱好");
        List<RawFact> sent = List.of(
                fact("k/" + NUMBER, "person", NUMBER, person),
                fact("a/" + NUMBER, "arrival", NUMBER, arrival()),
                fact("u", "unheard-of", NUMBER, Map.of("text", NAME, "list", List.of(PHONE), "number", 13800138000L)),
                fact("o", "person", "own-key", Map.of("name", NAME, "household", NUMBER)),
                new RawFact(
                        "test/" + NUMBER,
                        "c",
                        "person",
                        1,
                        null,
                        null,
                        0,
                        0,
                        null,
                        List.of(new FactSubject("person", new SubjectId("person", NUMBER.toLowerCase(Locale.ROOT)))),
                        null,
                        Map.of("name", NAME)));
        assertThat(MACHINE.append(sent.toArray(RawFact[]::new)))
                .hasOnlyElementsOfType(Append.Recorded.class)
                .extracting(Append::key)
                .containsExactly("k/" + NUMBER, "a/" + NUMBER, "u", "o", "c");
        MACHINE.settle();
        assertThat(people.byName("欧阳", List.of(), READER, "visit", NOW)).hasSize(2);
        List<String> dump = dump();
        assertThat(dump).as("the dump is whole").hasSizeGreaterThan(20);
        for (String secret : List.of(NAME, NUMBER, "11010519491231002x", PHONE, ADDRESS)) {
            String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(dump).noneMatch(row -> row.contains(secret) || row.contains(bytes));
        }
        assertThat(MACHINE.append(sent.toArray(RawFact[]::new)))
                .as("a repeat is a repeat although every seal is another")
                .hasOnlyElementsOfType(Append.Repeated.class);
        assertThat(MACHINE.append(fact("k/" + NUMBER, "person", NUMBER, Map.of("name", "别人"))))
                .hasOnlyElementsOfType(Append.Conflict.class);
    }

    /** Every row of every table, bytes in hexadecimal. */
    private List<String> dump() {
        List<String> rows = new ArrayList<>();
        for (String table : owner.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list()) {
            rows.addAll(owner.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list());
        }
        return rows;
    }

    @Test
    void aSourceMayCallAPersonByTheirNumberAndFindsThemByIt() {
        MACHINE.append(fact("a", "arrival", NUMBER, arrival()), fact("p", "person", NUMBER, person(NAME, null, null)));
        MACHINE.settle();
        var state = MACHINE.bean(Duties.class)
                .findSubject(new SubjectId("person", NUMBER), NOW)
                .orElseThrow();
        assertThat(state.subject().id()).doesNotContain("1949").startsWith("p");
        assertThat(state.decision().duties()).isNotEmpty();
        MACHINE.append(fact("t", "test", " 110105 19491231 002x", Map.of("sampledAt", "2020-07-31T16:00+08:00")));
        assertThat(own(state.subject())).extracting(Fact::kind).contains("test");
        assertThat(byDocument(NUMBER)).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo(state.subject());
            assertThat(found.name()).isEqualTo(NAME);
            assertThat(found.document()).isEqualTo("1101**********002X");
        });
    }

    @Test
    void rulesNeverSeeWhatIsSealed() {
        FactCatalogue.Kind kind = MACHINE.bean(org.bihuan.app.rules.Rules.class)
                .catalogue()
                .find("person")
                .orElseThrow();
        assertThat(kind.fields().values().stream().filter(FactCatalogue.Field::isPersonal))
                .extracting(FactCatalogue.Field::name)
                .containsExactlyInAnyOrder("name", "documentNumber", "phone", "address");
        assertThat(kind.fields().get("documentKind"))
                .satisfies(field -> assertThat(Objects.requireNonNull(field).choices())
                        .containsExactlyInAnyOrder(java.util.Arrays.stream(DocumentKind.values())
                                .map(DocumentKind::word)
                                .toArray(String[]::new)));
        MACHINE.append(fact("p", "person", "a", person(NAME, null, PHONE)));
        assertThat(own(new SubjectId("person", "a")).getFirst().text("name")).startsWith("sealed:");
        assertThat(MACHINE.append(fact("q", "person", "a", Map.of("occupation", "sealed:x"))))
                .hasOnlyElementsOfType(Append.Refused.class);
    }

    @Test
    void damagedNumbersAreRefusedWithTheWayOut() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("documentNumber", "2.10302E+17"),
                Map.of("documentNumber", "110105194912310020"),
                Map.of("documentKind", "passport", "documentNumber", "!"),
                Map.of("phone", "1.38E+10"))) {
            assertThat(MACHINE.append(fact("bad" + bad, "person", "a", bad)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Append.Refused.class,
                            refused -> assertThat(refused.errors())
                                    .singleElement()
                                    .satisfies(error -> {
                                        assertThat(error.code()).isIn("field.document", "field.phone");
                                        assertThat(error.zh()).isNotBlank();
                                        assertThat(error.en()).isNotBlank();
                                    }));
        }
    }

    @Test
    void peopleAreFoundByWhatStands() {
        MACHINE.append(
                located(fact("1", "person", "a", person("王小明", NUMBER, PHONE)), TIEDONG),
                located(fact("2", "person", "b", person("王小虎", null, PHONE)), TIEXI));
        assertThat(byDocument(NUMBER)).extracting(Found::subject).containsExactly(new SubjectId("person", "a"));
        assertThat(people.byPhone(PhoneNumber.parse("+86 138 0013 8000").orElseThrow(), READER, "visit", NOW))
                .as("a family shares a telephone and stays several people")
                .extracting(Found::name)
                .containsExactlyInAnyOrder("王小明", "王小虎");
        assertThat(names("王小", List.of())).containsExactlyInAnyOrder("王小明", "王小虎");
        assertThat(names("小虎", List.of())).containsExactly("王小虎");
        assertThat(names("王小", List.of(TIEXI))).containsExactly("王小虎");
        assertThat(names("王虎", List.of())).as("not neighbours").isEmpty();
        assertThat(people.byName(
                        "王小", List.of(TIEXI), new Reader("li", List.of(TIEDONG), Set.of(), Set.of()), "visit", NOW))
                .as("nobody outside one's own divisions")
                .isEmpty();
        MACHINE.append(correction("3", "1", Map.of("name", "李大明")));
        assertThat(names("王小", List.of())).containsExactly("王小虎");
        assertThat(names("李大", List.of())).containsExactly("李大明");
        assertThat(byDocument(NUMBER))
                .as("the correction says no document any more")
                .isEmpty();
    }

    @Test
    void everySearchIsWrittenDown() {
        MACHINE.append(fact("1", "person", "a", person("王小明", NUMBER, PHONE)));
        long before = latest().number();
        byDocument(NUMBER);
        AuditEntry entry = latest();
        assertThat(entry.number()).isGreaterThan(before);
        assertThat(entry.user()).isEqualTo("li");
        assertThat(entry.purpose()).isEqualTo("visit");
        assertThat(entry.subjects()).containsExactly("person:a");
        assertThat(entry.toString()).doesNotContain(NUMBER).doesNotContain("王小明");
    }

    private static AuditEntry latest() {
        List<AuditEntry> latest = MACHINE.bean(Audit.class).latest("", Long.MAX_VALUE, 1);
        return latest.isEmpty()
                ? new AuditEntry(0, NOW, "", "", Action.LIST, List.of(), List.of(), "")
                : latest.getFirst();
    }

    @Test
    void whoeverHasTheDocumentIsKnown() {
        Registered first = register.register(adult("k1", "王小明", NUMBER, PHONE), "desk", NOW);
        assertThat(first).isInstanceOf(Registered.Done.class);
        assertThat(register.register(adult("k1", "王小明", NUMBER, PHONE), "desk", NOW.plusSeconds(9)))
                .as("the same key again changes nothing")
                .isEqualTo(new Registered.Known(((Registered.Done) first).subject()));
        assertThat(register.register(adult("k2", "王小明", "１１０１０５１９４９１２３１００２x", "13900139000"), "desk", NOW))
                .isEqualTo(new Registered.Known(((Registered.Done) first).subject()));
        assertThat(register.register(adult("k3", "王小虎", null, PHONE), "desk", NOW))
                .as("an equal telephone makes nobody known")
                .isInstanceOf(Registered.Done.class);
        assertThat(MACHINE.append(fact("ledger", "test", NUMBER, Map.of("sampledAt", "2020-07-31T16:00+08:00"))))
                .hasOnlyElementsOfType(Append.Recorded.class);
        assertThat(byDocument(NUMBER)).hasSize(1);
    }

    @Test
    void aChildNeedsAGuardian() {
        Registration alone =
                new Registration("c", "小小", null, null, null, null, LocalDate.of(2006, 8, 1), null, null, null);
        assertThat(register.register(alone, "desk", NOW))
                .isInstanceOfSatisfying(
                        Registered.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(each -> each.field())
                                .containsExactly("guardian"));
        Registration fourteen =
                new Registration("d", "大大", null, null, null, null, LocalDate.of(2006, 7, 31), null, null, null);
        assertThat(register.register(fourteen, "desk", NOW)).isInstanceOf(Registered.Done.class);
        SubjectId mother = new SubjectId("person", "mother");
        Registered child = register.register(
                new Registration("c", "小小", null, null, null, null, LocalDate.of(2006, 8, 1), null, mother, "parent"),
                "desk",
                NOW);
        assertThat(child).isInstanceOf(Registered.Done.class);
        assertThat(own(mother)).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("guardianship");
            assertThat(fact.subjects()).extracting(FactSubject::role).containsExactly("ward", "guardian");
        });
    }

    @Test
    void peopleAreMergedOnADocumentOnlyAndPartedWithoutLoss() {
        MACHINE.append(
                fact("1", "person", "a", person("王小明", NUMBER, PHONE)),
                fact("2", "person", "b", person("王晓明", NUMBER, null)),
                fact("3", "person", "c", person("王小虎", OTHER_NUMBER, PHONE)),
                fact("4", "arrival", "b", arrival()));
        SubjectId a = new SubjectId("person", "a");
        SubjectId b = new SubjectId("person", "b");
        MACHINE.settle();
        List<String> before = dumpOf("duties.duty");
        assertThat(people.duplicates(null, 10, READER, "clean-up", NOW))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.people()).extracting(Found::name).containsExactlyInAnyOrder("王小明", "王晓明"));
        assertThat(register.merge(a, new SubjectId("person", "c"), "电话相同", "desk", "m0", NOW))
                .isInstanceOf(Registered.Refused.class);
        assertThat(register.merge(a, b, "证件相同", "desk", "m1", NOW)).isEqualTo(new Registered.Done(a));
        MACHINE.settle();
        assertThat(people.duplicates(null, 10, READER, "clean-up", NOW)).isEmpty();
        assertThat(byDocument(NUMBER)).hasSize(1);
        assertThat(own(b)).hasSize(4);
        assertThat(register.part("m1", a, "不是同一人", "desk", "m2", NOW)).isInstanceOf(Registered.Done.class);
        MACHINE.settle();
        assertThat(byDocument(NUMBER)).hasSize(2);
        assertThat(dumpOf("duties.duty")).isEqualTo(before);
    }

    private List<String> dumpOf(String table) {
        return owner.sql("select (to_jsonb(t) - 'decision_id' - 'decided_at')::text from " + table + " t order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void whoIsForgottenIsGoneAndWhatHappenedStays() {
        MACHINE.append(
                fact("1", "person", NUMBER, person(NAME, null, PHONE)),
                fact("2", "arrival", NUMBER, arrival()),
                fact("3", "person", "kept", person("留下", null, PHONE)));
        MACHINE.settle();
        SubjectId gone = byDocument(NUMBER).getFirst().subject();
        List<String> duties = dumpOf("duties.duty");
        Oblivion oblivion = MACHINE.bean(Oblivion.class);
        assertThat(oblivion.ofPeople(List.of(gone), "期满", READER, "li", NOW))
                .as("somebody else has to agree")
                .isInstanceOf(Oblivion.Outcome.Refused.class);
        Oblivion.Outcome outcome = oblivion.ofPeople(List.of(gone), "期满", READER, "zhao", NOW);
        assertThat(outcome).isInstanceOfSatisfying(Oblivion.Outcome.Destroyed.class, destroyed -> {
            assertThat(destroyed.certificate().subjects()).isEqualTo(1);
            assertThat(destroyed.certificate().keys()).isEqualTo(1);
            assertThat(MACHINE.bean(Certificates.class).list(1)).containsExactly(destroyed.certificate());
        });
        assertThat(byDocument(NUMBER)).isEmpty();
        assertThat(names("钱塘", List.of())).isEmpty();
        assertThat(people.byPhone(PhoneNumber.parse(PHONE).orElseThrow(), READER, "visit", NOW))
                .extracting(Found::name)
                .containsExactly("留下");
        List<Fact> left = MACHINE.bean(Disclosure.class).open(READER, "visit", Action.VIEW, own(gone), "", NOW);
        assertThat(left).hasSize(2);
        assertThat(left).allSatisfy(fact -> assertThat(fact.text("name")).isNull());
        assertThat(left).anySatisfy(fact -> assertThat(fact.moment("arrivedAt")).isNotNull());
        facts.mark(List.of(gone));
        MACHINE.settle();
        assertThat(dumpOf("duties.duty")).isEqualTo(duties);
        assertThat(MACHINE.bean(Audit.class).verify(List.of()).isIntact()).isTrue();
        assertThat(MACHINE.append(fact("4", "person", NUMBER, person("新来", null, null))))
                .as("whoever comes again is somebody new")
                .hasOnlyElementsOfType(Append.Recorded.class);
        assertThat(byDocument(NUMBER).getFirst().subject()).isNotEqualTo(gone);
    }

    @Test
    void anOutbreakIsForgottenButForThoseWhoHaveMoreToThem() {
        MACHINE.append(
                located(fact("1", "person", "a", person("甲乙", null, null)), TIEDONG),
                located(fact("2", "arrival", "a", arrival()), TIEDONG),
                located(fact("3", "person", "b", person("丙丁", null, null)), TIEDONG),
                located(fact("4", "arrival", "b", arrival()), TIEDONG),
                located(fact("5", "test", "b", Map.of("sampledAt", "2020-07-31T16:00+08:00")), TIEDONG));
        Oblivion oblivion = MACHINE.bean(Oblivion.class);
        Oblivion.Outcome outcome = oblivion.ofOutbreak(
                oblivion.outbreak(Set.of("arrival"), Set.of("person"), TIEDONG, NOW),
                "arrival",
                NOW,
                "期满",
                READER,
                "zhao",
                NOW);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Oblivion.Outcome.Destroyed.class,
                        destroyed ->
                                assertThat(destroyed.certificate().subjects()).isEqualTo(1));
        assertThat(names("甲乙", List.of())).isEmpty();
        assertThat(names("丙丁", List.of())).containsExactly("丙丁");
    }

    private List<Found> byDocument(String number) {
        return people.byDocument(IdentityDocument.recognise(number).orElseThrow(), READER, "visit", NOW);
    }

    private List<String> names(String text, List<DivisionCode> within) {
        return people.byName(text, within, READER, "visit", NOW).stream()
                .map(Found::name)
                .toList();
    }

    private List<Fact> own(SubjectId subject) {
        Map<SubjectId, SubjectFacts> read = facts.read(facts.groups(List.of(subject)));
        return read.values().iterator().next().facts();
    }

    private static Registration adult(String key, String name, @Nullable String number, String phone) {
        return new Registration(key, name, null, number, phone, null, null, null, null, null);
    }

    private static Map<String, Object> person(String name, @Nullable String number, @Nullable String phone) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("name", name);
        if (number != null) {
            payload.put("documentNumber", number);
        }
        if (phone != null) {
            payload.put("phone", phone);
        }
        return payload;
    }

    private static Map<String, Object> arrival() {
        return Map.of(
                "arrivedAt", "2020-07-30T15:30+08:00",
                "origin", "210202000000",
                "originRisk", "low",
                "destination", "210302000000",
                "registeredAt", "2020-07-30T16:00+08:00");
    }

    private static RawFact fact(String key, String kind, String person, Map<String, Object> payload) {
        return Machine.fact(key, kind, new SubjectId("person", person), payload);
    }

    private static RawFact correction(String key, String corrects, Map<String, Object> payload) {
        RawFact fact = fact(key, "person", "a", payload);
        return new RawFact(
                fact.source(), key, fact.kind(), 1, null, null, 0, 0, corrects, fact.subjects(), null, payload);
    }

    private static RawFact located(RawFact fact, DivisionCode division) {
        return new RawFact(
                fact.source(),
                fact.key(),
                fact.kind(),
                1,
                null,
                null,
                0,
                0,
                null,
                fact.subjects(),
                division.toString(),
                fact.payload());
    }
}
