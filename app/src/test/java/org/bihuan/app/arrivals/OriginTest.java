package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Declared late, never declared, or with an origin that does not fit: Guazhou's rules make duties of it. */
@Tag("database")
class OriginTest {
    private static final String COUNTY = "620922000000";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2021-10-28T02:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.packs=" + FilledPacks.folder("guazhou-2021"),
            "--bihuan.active-packs=guazhou-2021");

    private final Checkpoint test = new Checkpoint(SERVER);

    private void register(String plate, String... pairs) {
        Visitor officer = Visitor.as(SERVER, "checkpoint", COUNTY);
        officer.get("/arrivals/desk");
        Map<String, String> form = Checkpoint.form(
                "plate",
                plate,
                "origin",
                "410105000000",
                "risk",
                "high",
                "destination",
                COUNTY,
                "point",
                "rail-station");
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        HttpResponse<String> answer = officer.post("/arrivals/desk/stops", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        test.settle();
    }

    private List<ArrivalLine> remarked(String remark) {
        return test.all(COUNTY).stream()
                .filter(each -> each.remark().equals(remark))
                .toList();
    }

    @Test
    @Clause({"S2-11", "S2-13"})
    void whoDeclaredTwoDaysAheadIsLateAndWhoNeverDidIsNamed() {
        test.declare(Checkpoint.declaration(
                "2021-10-30T10:00", COUNTY, "name", "田晚", "phone", "13900004400", "origin", "410105000000"));
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofDays(2));
        Visitor officer = Visitor.as(SERVER, "checkpoint", COUNTY);
        Matcher person = Pattern.compile("name=\"person1\" value=\"(\\w+)\"")
                .matcher(officer.get("/arrivals/desk?find=4400").body());
        assertThat(person.find()).isTrue();
        register("甘A00001", "person1", person.group(1));
        register("甘A00002", "name1", "米无");
        assertThat(remarked("late")).hasSize(1);
        assertThat(remarked("late").getFirst().reached()).contains(ArrivalStep.DECLARED, ArrivalStep.CLASSED);
        assertThat(remarked("never")).hasSize(1);
        assertThat(Visitor.as(SERVER, "district-headquarters", COUNTY)
                        .get("/arrivals/list?from=2021-10-20&until=2021-11-20&remark=never")
                        .body())
                .contains("米无", "应申报而未申报");
    }

    @Test
    @Clause("S2-13")
    void anOriginInDoubtIsADutyUntilAPersonHasVerifiedIt() {
        register("甘A00003", "name1", "古疑", "doubt1", "yes");
        assertThat(remarked("doubt")).hasSize(1);
        SubjectId person = remarked("doubt").getFirst().subject();
        Visitor county = Visitor.as(SERVER, "district-headquarters", COUNTY);
        assertThat(county.get("/subjects/" + person.type() + "/" + person.id()).body())
                .contains("由人核实来源地", "核实前不因此限制任何人");
        List<Append> answers = SERVER.bean(Facts.class)
                .append(
                        List.of(new RawFact(
                                "county",
                                "verified",
                                "origin-verification",
                                1,
                                null,
                                null,
                                0,
                                0,
                                null,
                                List.of(new FactSubject("person", person)),
                                COUNTY,
                                Map.of(
                                        "verifiedAt", test.now().toString(),
                                        "result", "hidden",
                                        "origin", "110106000000",
                                        "by", "县指挥部 王"))),
                        SERVER.bean(Rules.class).reader(),
                        test.now());
        assertThat(answers).allMatch(each -> each instanceof Append.Recorded);
        test.settle();
        assertThat(remarked("hidden")).hasSize(1);
        assertThat(remarked("doubt")).isEmpty();
    }
}
