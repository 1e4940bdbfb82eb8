package org.bihuan.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stay that comes to its lawful end is certified by whoever looks at everybody, and only then. */
@Tag("database")
class ReleaseTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020",
            "--bihuan.replay=true");

    private static final SubjectId PERSON = new SubjectId("person", "R1");

    private static void record(RawFact fact) throws InterruptedException {
        List<Append> answers = SERVER.bean(Facts.class)
                .append(List.of(fact), SERVER.bean(Rules.class).reader(), now());
        assertThat(answers).allMatch(answer -> answer instanceof Append.Recorded);
        settle();
    }

    private static void settle() throws InterruptedException {
        Duties duties = SERVER.bean(Duties.class);
        while (duties.lag(now()).marks() + duties.lag(now()).dueSubjects() > 0) {
            Thread.sleep(10);
        }
    }

    private static Instant now() {
        return SERVER.bean(TimeMachine.class).instant();
    }

    private static void moveTo(String moment) throws InterruptedException {
        SERVER.bean(TimeMachine.class).moveTo(Instant.parse(moment));
        settle();
    }

    private static RawFact test(String key, String sampledAt, String reportedAt) {
        return Machine.fact(
                key,
                "test",
                PERSON,
                Map.of(
                        "kind", "nucleic-acid",
                        "owner", "self",
                        "result", "negative",
                        "sampledAt", sampledAt,
                        "reportedAt", reportedAt));
    }

    @Test
    void theEndOfAStayIsCertifiedOnce() throws Exception {
        NoticeSweep sweep = SERVER.bean(NoticeSweep.class);
        record(Machine.fact(
                "arrival",
                "arrival",
                PERSON,
                Map.of(
                        "arrivedAt", "2020-07-20T15:30+08:00",
                        "origin", "210211000000",
                        "originRisk", "medium",
                        "destination", "210302000000",
                        "registeredAt", "2020-07-20T16:00+08:00")));
        assertThat(sweep.run(now())).isEqualTo(1);
        assertThat(sweep.run(now())).isZero();
        moveTo("2020-08-02T08:00:00Z");
        record(test("first", "2020-08-02T09:00+08:00", "2020-08-02T15:00+08:00"));
        moveTo("2020-08-03T07:29:00Z");
        record(test("second", "2020-08-03T10:00+08:00", "2020-08-03T15:00+08:00"));
        assertThat(sweep.run(now())).as("a minute before the end").isZero();
        moveTo("2020-08-03T07:31:00Z");
        assertThat(sweep.run(now())).isEqualTo(1);
        assertThat(sweep.run(now())).isZero();
        List<Notice> all = SERVER.bean(Notices.class).of(PERSON);
        assertThat(all).extracting(Notice::kind).containsExactlyInAnyOrder(NoticeKind.NOTICE, NoticeKind.RELEASE);
        Notice release = all.stream()
                .filter(each -> each.kind() == NoticeKind.RELEASE)
                .findFirst()
                .orElseThrow();
        Notice notice = all.stream()
                .filter(each -> each.kind() == NoticeKind.NOTICE)
                .findFirst()
                .orElseThrow();
        assertThat(release.number()).isEqualTo("J210300-2020-000001");
        assertThat(release.lines())
                .anyMatch(line -> line.contains("2020年8月3日15时30分期满解除"))
                .anyMatch(line -> line.contains(notice.number()));
        assertThat(notice.state()).isEqualTo(NoticeState.ENDED);
        assertThat(SERVER.get("/check/" + notice.token()).body()).contains("已到期结束");
    }
}
