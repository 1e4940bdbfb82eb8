package org.bihuan.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demonstration's checkpoint has somebody to expect and a queue. */
@Tag("database")
class DemoArrivalsTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-25T23:30:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    @Test
    void theDeskIsAliveAndSeedingAgainChangesNothing() throws InterruptedException {
        Clock clock = SERVER.bean(Clock.class);
        DemoArrivals demo = new DemoArrivals(SERVER.bean(Facts.class), SERVER.bean(Rules.class), clock);
        demo.seed();
        demo.seed();
        Instant now = clock.instant();
        for (int i = 0; i < 500 && SERVER.bean(Duties.class).lag(now).marks() > 0; i++) {
            Thread.sleep(10);
        }
        Visitor officer = Visitor.as(SERVER, "checkpoint", "210302000000");
        String page = officer.get("/arrivals/desk?find=%E8%BE%BDB90001").body();
        assertThat(page).contains("辽C90010", "已等5分", "已等12分");
        assertThat(page.split("class=\"expected\"", -1)).as("three in the car").hasSize(4);
        Visitor city = Visitor.as(SERVER, "headquarters", "210300000000");
        assertThat(city.get("/arrivals/list?step=arrived&side=lost").body()).contains("郑红（演示）");
        assertThat(city.get("/arrivals").body()).contains("共7人次");
    }
}
