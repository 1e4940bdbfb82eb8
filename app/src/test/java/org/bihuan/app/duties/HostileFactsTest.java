package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bad facts are refused one by one with their reasons; the good ones beside them are kept as they came. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class HostileFactsTest {
    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    private static final SubjectId PERSON = new SubjectId("person", "a");

    @BeforeEach
    void empty() {
        MACHINE.at(RandomHistory.NOW);
        Derived.of(MACHINE).clear();
    }

    private static RawFact about(String key, SubjectId subject) {
        return Machine.fact(key, "person", subject, Map.of("name", "n"));
    }

    private void refusesOnly(RawFact bad, String field) {
        List<Append> answers = MACHINE.append(about("before", PERSON), bad, about("after", PERSON));
        assertThat(answers.get(0)).isInstanceOf(Append.Recorded.class);
        assertThat(answers.get(1))
                .isInstanceOfSatisfying(
                        Append.Refused.class,
                        refused -> assertThat(refused.errors())
                                .anyMatch(error -> error.field().equals(field)));
        assertThat(answers.get(2)).isInstanceOf(Append.Recorded.class);
        MACHINE.settle();
        assertThat(MACHINE.duties().lag(MACHINE.now())).isEqualTo(new Duties.Lag(0, 0, 0));
    }

    @Test
    void aSubjectThatTheStoreWouldTakeForTwo() {
        refusesOnly(about("bad", new SubjectId("person", "a\u001Eb")), "subjects");
    }

    @Test
    void aSubjectWhoseTypeHoldsAColon() {
        refusesOnly(Machine.fact("bad", "person:x", new SubjectId("person:x", "a"), Map.of()), "subjects");
    }

    @Test
    void aSubjectTooLongForAnIndex() {
        refusesOnly(about("bad", new SubjectId("person", "x".repeat(5_000))), "subjects");
    }

    @Test
    void aKeyWithACharacterThatPostgresCannotHold() {
        refusesOnly(about("bad\u0000", PERSON), "key");
    }

    @Test
    void aTimeWithoutZoneAndATimeAhead() {
        refusesOnly(Machine.fact("bad", "arrival", PERSON, Map.of("arrivedAt", "2020-07-20T15:30")), "arrivedAt");
        Derived.of(MACHINE).clear();
        refusesOnly(Machine.fact("bad", "arrival", PERSON, Map.of("arrivedAt", "2020-08-20T15:30+08:00")), "arrivedAt");
    }

    @Test
    void textWithOddCharactersIsKept() {
        String odd = "a\u0000b\u001Ec\u001Fd \\u0000 😀 \"'";
        assertThat(MACHINE.append(Machine.fact("k", "person", PERSON, Map.of("name", odd))))
                .hasOnlyElementsOfType(Append.Recorded.class);
        assertThat(name()).isEqualTo("a b c d \\u0000 😀 \"'");
    }

    /** The name that stands for the person, opened for a reader. */
    private static String name() {
        Facts facts = MACHINE.bean(Facts.class);
        SubjectFacts own =
                Objects.requireNonNull(facts.read(facts.groups(List.of(PERSON))).get(PERSON));
        return Objects.requireNonNull(MACHINE.bean(Disclosure.class)
                .open(Reader.named("test"), "test", Action.VIEW, own.facts(), "", MACHINE.now())
                .getFirst()
                .text("name"));
    }

    @Test
    void theSameKeyWithAnotherPayloadKeepsTheFirst() {
        RawFact first = Machine.fact("k", "person", PERSON, Map.of("name", "one"));
        RawFact other = Machine.fact("k", "person", PERSON, Map.of("name", "two"));
        assertThat(MACHINE.append(first, other, first))
                .extracting(answer -> answer.getClass().getSimpleName())
                .containsExactly("Recorded", "Conflict", "Repeated");
        assertThat(MACHINE.append(other)).hasOnlyElementsOfType(Append.Conflict.class);
        assertThat(name()).isEqualTo("one");
    }

    @Test
    void factsThatCorrectEachOtherHarmNobody() {
        RawFact one = new RawFact(
                "test",
                "one",
                "person",
                1,
                null,
                null,
                0,
                0,
                "two",
                List.of(new FactSubject("person", PERSON)),
                null,
                Map.of());
        RawFact two = new RawFact(
                "test",
                "two",
                "person",
                1,
                null,
                null,
                0,
                0,
                "one",
                List.of(new FactSubject("person", PERSON)),
                null,
                Map.of());
        assertThat(MACHINE.append(one, two)).hasOnlyElementsOfType(Append.Recorded.class);
        MACHINE.settle();
        assertThat(MACHINE.duties().lag(MACHINE.now())).isEqualTo(new Duties.Lag(0, 0, 0));
    }
}
