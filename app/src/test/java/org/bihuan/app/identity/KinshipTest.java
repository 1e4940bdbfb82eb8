package org.bihuan.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Oddity;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever looks themselves, their household or their own name up raises an alarm; whoever looks others up does not. */
@Tag("database")
class KinshipTest {
    private static final String NUMBER = "11010519491231002X";
    private static final DivisionCode CITY = DivisionCode.of("210300000000");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private static void person(String id, Map<String, Object> said) {
        Instant now = SERVER.bean(Clock.class).instant();
        RawFact fact = new RawFact(
                "kin",
                id,
                "person",
                1,
                "2020-07-26T08:00:00Z",
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", id))),
                "210302000000",
                said);
        assertThat(SERVER.bean(Facts.class)
                        .append(List.of(fact), SERVER.bean(Rules.class).reader(), now))
                .hasOnlyElementsOfType(Append.Recorded.class);
    }

    private static UUID account(String login, String name) {
        Assignment as = new Assignment(Roles.builtIn().get("headquarters"), CITY);
        return ((Accounts.Change.Done)
                        SERVER.bean(Accounts.class).add(login, name, Visitor.PASSWORD, List.of(as), false, "test"))
                .account();
    }

    private static Set<Oddity> oddities(String login) {
        return SERVER.bean(Audit.class).latest(login, Long.MAX_VALUE, 50).stream()
                .flatMap(entry -> entry.oddities().stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void lookingUpOneselfOnesHouseholdOrOnesNameIsNoticed() {
        person("kin-self", Map.of("name", "尉迟自查", "documentNumber", NUMBER, "household", "H-1"));
        person("kin-wife", Map.of("name", "长孙同户", "household", "H-1"));
        person("kin-namesake", Map.of("name", "令狐同名"));
        person("kin-other", Map.of("name", "完颜他人", "household", "H-2"));
        Visitor administrator = Visitor.as(SERVER, "administrator", "210300000000");
        UUID self = account("kin-reader", "值班员七");
        administrator.get("/accounts/" + self);
        assertThat(administrator
                        .post("/accounts/" + self + "/person", Map.of("document", "110105194912310021"))
                        .body())
                .contains("校验位");
        HttpResponse<String> set = administrator.post("/accounts/" + self + "/person", Map.of("document", NUMBER));
        assertThat(set.statusCode()).isEqualTo(302);
        assertThat(SERVER.database()
                        .jdbcOfOwner()
                        .sql("select string_agg(a::text, '') from accounts.account a")
                        .query(String.class)
                        .single())
                .as("the number is kept nowhere")
                .doesNotContain(NUMBER);

        Visitor reader = new Visitor(SERVER);
        assertThat(reader.logIn("kin-reader", Visitor.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(reader.get("/subjects/person/kin-other").body()).contains("完颜他人");
        assertThat(oddities("kin-reader")).doesNotContain(Oddity.OWN);
        assertThat(reader.get("/subjects/person/kin-wife").body()).contains("长孙同户");
        assertThat(oddities("kin-reader")).as("their household").contains(Oddity.OWN);

        account("kin-second", "值班员八");
        Visitor second = new Visitor(SERVER);
        second.logIn("kin-second", Visitor.PASSWORD);
        second.get("/subjects/person/kin-self");
        second.get("/subjects/person/kin-wife");
        assertThat(oddities("kin-second")).doesNotContain(Oddity.OWN);

        account("kin-third", "令狐同名");
        Visitor third = new Visitor(SERVER);
        third.logIn("kin-third", Visitor.PASSWORD);
        third.get("/subjects/person/kin-self");
        assertThat(oddities("kin-third")).doesNotContain(Oddity.OWN);
        third.get("/search");
        third.post("/search", Map.of("q", "令狐同名"));
        assertThat(oddities("kin-third")).as("their own name").contains(Oddity.OWN);
    }
}
