package org.bihuan.app.shifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.shifts.domain.Period;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roster, log and handover as two people at a desk use them. */
@Tag("database")
class ShiftsTest {
    private static final DivisionCode CITY = DivisionCode.of("210300000000");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=2020-07-26T12:00:00Z"); // 20:00 local

    @Test
    @Clause({"S1-095", "S2-03"})
    void anEmptyPlaceIsSeenAndASubstituteSitsInIt() {
        Visitor city = visitor("headquarters", "210300000000");
        assertThat(city.get("/shifts").body()).contains("无人值班");
        for (String place : new String[] {"leader", "officer"}) {
            assertThat(city.post("/shifts/turns", turn(place, "王" + place)).statusCode())
                    .isEqualTo(302);
        }
        Instant now = SERVER.bean(Clock.class).instant();
        assertThat(SERVER.bean(Shifts.class).present(CITY, now)).hasSize(2);
        assertThat(SERVER.bean(Shifts.class).empty(CITY, new Period(now, now.plus(Duration.ofHours(10)))))
                .isEmpty();
        assertThat(SERVER.bean(Shifts.class).empty(CITY, new Period(now, now.plus(Duration.ofHours(20)))))
                .containsOnlyKeys("leader", "officer");
        UUID officer = SERVER.bean(Shifts.class).present(CITY, now).stream()
                .filter(turn -> turn.place().equals("officer"))
                .map(ShiftTurn::id)
                .findFirst()
                .orElseThrow();
        assertThat(city.post(
                                "/shifts/turns/" + officer + "/substitute",
                                Map.of("person", "李替", "phone", "0412-5550008", "reason", "发热"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(city.get("/shifts").body()).contains("李替", "王officer", "发热").doesNotContain("无人值班");
        assertThat(city.post("/shifts/turns/" + officer + "/cancel", Map.of()).body())
                .contains("已开始的请改为替班");
        Map<String, String> backwards = turn("leader", "赵");
        backwards.put("until", "2020-07-26T01:00");
        assertThat(city.post("/shifts/turns", backwards).body()).contains("须晚于开始");
        Visitor district = visitor("duty-officer", "210302000000");
        assertThat(district.get("/shifts").body()).doesNotContain("李替");
        assertThat(district.post("/shifts/turns", turn("leader", "钱")).statusCode())
                .as("an officer does not plan")
                .isEqualTo(403);
    }

    @Test
    void theWholeLogCanBeReadAlsoWhatIsFarBack() {
        Visitor desk = visitor("duty-officer", "210304000000");
        desk.get("/shifts");
        Set<String> written = new TreeSet<>();
        for (int i = 0; i < 95; i++) {
            String body = "来电%03d号".formatted(i);
            written.add(body);
            Map<String, String> entry = Map.of("key", UUID.randomUUID().toString(), "kind", "telephone", "body", body);
            assertThat(desk.post("/shifts/log", entry).statusCode()).isEqualTo(302);
        }
        List<String> read = new ArrayList<>();
        String path = "/shifts";
        for (int pages = 1; !path.isEmpty(); pages++) {
            assertThat(pages).isLessThanOrEqualTo(3);
            String page = desk.get(path).body();
            Pattern.compile("来电\\d{3}号").matcher(page).results().forEach(each -> read.add(each.group()));
            Matcher next =
                    Pattern.compile("href=\"(/shifts\\?before=[^#\"]+)#log\"").matcher(page);
            path = next.find() ? next.group(1) : "";
        }
        assertThat(read).as("each once, none left out").containsExactlyInAnyOrderElementsOf(written);
        Visitor other = visitor("duty-officer", "210311000000");
        assertThat(other.get("/shifts?before=" + UUID.randomUUID()).body()).doesNotContainPattern("来电\\d{3}号");
    }

    @Test
    @Clause("S1-095")
    void whatIsOpenGoesAlongAndBothSign() {
        Visitor leaves = visitor("duty-officer", "210303000000");
        Visitor comes = visitor("district-headquarters", "210303000000");
        String key = UUID.randomUUID().toString();
        Map<String, String> entry = new HashMap<>(Map.of(
                "key", key, "kind", "telephone", "fromWhom", "西区医院", "body", "三名发热", "done", "已报疾控", "open", "yes"));
        leaves.get("/shifts");
        assertThat(leaves.post("/shifts/log", entry).statusCode()).isEqualTo(302);
        assertThat(leaves.post("/shifts/log", entry).statusCode())
                .as("sent twice")
                .isEqualTo(302);
        DutyLog log = SERVER.bean(DutyLog.class);
        DivisionCode desk = DivisionCode.of("210303000000");
        assertThat(log.open(desk))
                .singleElement()
                .satisfies(each -> assertThat(each.body()).isEqualTo("三名发热"));
        String handover = UUID.randomUUID().toString();
        assertThat(leaves.post("/shifts/handovers", Map.of("key", handover, "handover", "注意西区医院"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(comes.get("/desk").body()).contains("等待接班签字");
        assertThat(leaves.post("/shifts/handovers/" + handover + "/sign", Map.of())
                        .body())
                .contains("交班人不能自己接班签字");
        assertThat(leaves.post(
                                "/shifts/handovers",
                                Map.of("key", UUID.randomUUID().toString(), "handover", "再交"))
                        .body())
                .contains("请先接班");
        comes.get("/shifts");
        assertThat(comes.post("/shifts/handovers/" + handover + "/sign", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(log.handovers(desk, 1)).singleElement().satisfies(each -> {
            assertThat(each.isSigned()).isTrue();
            assertThat(each.open()).extracting(LogEntry::body).containsExactly("三名发热");
        });
        Map<String, String> close = Map.of(
                "key", UUID.randomUUID().toString(), "kind", "telephone", "body", "办结", "done", "全部阴性", "closes", key);
        assertThat(comes.post("/shifts/log", close).statusCode()).isEqualTo(302);
        assertThat(log.open(desk)).isEmpty();
        Map<String, String> again = new HashMap<>(close);
        again.put("key", UUID.randomUUID().toString());
        assertThat(comes.post("/shifts/log", again).body()).contains("可能已办结");
    }

    @Test
    void theLogIsOnlyAddedTo() {
        assertThatThrownBy(() -> SERVER.database()
                        .jdbc()
                        .sql("update shifts.entry set body = 'x'")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> SERVER.database()
                        .jdbc()
                        .sql("delete from shifts.handover")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static Map<String, String> turn(String place, String person) {
        return new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "place",
                place,
                "person",
                person,
                "phone",
                "0412-5550007",
                "from",
                "2020-07-26T18:00",
                "until",
                "2020-07-27T08:00"));
    }

    private static Visitor visitor(String role, String region) {
        Visitor visitor = Visitor.as(SERVER, role, region);
        visitor.get("/shifts");
        return visitor;
    }
}
