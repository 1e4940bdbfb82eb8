package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.risk.ListIntake;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A server that sweeps after a new risk list, told to a parent that kills it: {@code main FOLDER RUN}. The first run records
 * people and approves; each says how many have been moved, and the one that comes to the end what is wrong. Its clock
 * stands two minutes later in each run, so that the lease of a killed one has ended.
 */
public final class SweptServer {
    static final String MOVED = "moved ";
    static final String VERDICT = "verdict ";
    static final int CHANGED = 400;

    private static final Instant BEGIN = Instant.parse("2020-07-27T04:00:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(BEGIN);
    private static final int OTHERS = 100;

    private final ConfigurableApplicationContext context;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    private SweptServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.database = JdbcClient.create(context.getBean(DataSource.class));
        this.transactions = context.getBean(TransactionTemplate.class);
    }

    /** Named as a source; not a @Configuration, which every server started by a test would find by itself. */
    static class StandingTime {
        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(NOW.get(), ZoneOffset.UTC);
        }
    }

    public static void main(String[] arguments) {
        NOW.set(BEGIN.plusSeconds(120L * Integer.parseInt(arguments[1])));
        Asking.asMachine(() -> {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(
                            BihuanApplication.class, StandingTime.class)
                    .run(
                            "--bihuan.data=" + arguments[0],
                            "--bihuan.home=" + TestPacks.home().getParent(),
                            "--bihuan.active-packs=anshan-2020",
                            "--bihuan.workers=1",
                            "--bihuan.orders.step=8",
                            "--server.port=0",
                            "--logging.level.root=error");
            new SweptServer(context).run();
            context.close();
        });
        System.exit(0);
    }

    private void run() {
        Proposals proposals = context.getBean(Proposals.class);
        if (proposals.list(1).isEmpty()) {
            record();
            await(() -> state() == Proposal.State.PREVIEWED);
            Proposal shown = proposals.list(1).getFirst();
            for (String each : List.of("li", "zhao")) {
                proposals.approve(shown.id(), Objects.requireNonNull(shown.previewHash()), each);
            }
        }
        await(() -> {
            System.out.println(MOVED + number("select count(*) from orders.result"));
            return state() == Proposal.State.DONE;
        });
        settle();
        System.out.println(VERDICT + verdict());
    }

    private void record() {
        ListIntake intake = context.getBean(ListIntake.class);
        TestLists.take(intake, BEGIN.minusSeconds(864_000), BEGIN, "medium,北京市,北京市,丰台区,");
        List<RawFact> facts = new ArrayList<>();
        for (int i = 0; i < CHANGED + OTHERS; i++) {
            facts.add(Machine.fact(
                    "arrival-" + i,
                    "arrival",
                    new SubjectId("person", "p" + i),
                    Map.of(
                            "arrivedAt", "2020-07-25T10:00+08:00",
                            "registeredAt", "2020-07-25T10:00+08:00",
                            "origin", i < CHANGED ? "210202000000" : "110101000000",
                            "destination", "210302000000")));
        }
        context.getBean(Facts.class).append(facts, context.getBean(Rules.class).reader(), BEGIN);
        settle();
        TestLists.take(intake, BEGIN.minusSeconds(14_400), BEGIN, "medium,辽宁省,大连市,中山区,");
    }

    private Proposal.State state() {
        List<Proposal> proposals = context.getBean(Proposals.class).list(1);
        return proposals.isEmpty()
                ? Proposal.State.PREVIEWING
                : proposals.getFirst().state();
    }

    private void settle() {
        Duties duties = context.getBean(Duties.class);
        await(() -> duties.lag(NOW.get()).equals(new Duties.Lag(0, 0, 0)));
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 60_000 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private long number(String sql) {
        return Objects.requireNonNull(transactions.execute(
                status -> database.sql(sql).query(Long.class).single()));
    }

    private List<String> texts(String sql) {
        return Objects.requireNonNull(transactions.execute(
                status -> database.sql(sql).query(String.class).list()));
    }

    private String verdict() {
        List<String> faults = new ArrayList<>();
        expect(faults, CHANGED, "select count(*) from orders.result");
        expect(
                faults,
                CHANGED,
                "select count(*) from duties.measure where kind = 'central-isolation' and overdue_since is null");
        expect(faults, 2 * CHANGED, "select count(*) from duties.duty where obligation = 'release-test'");
        expect(faults, CHANGED, "select count(*) from duties.pin where lists = 2");
        expect(faults, CHANGED, "select sum(cardinality(episodes)) from duties.pins_moved");
        expect(faults, 2, "select max(edition) from duties.carried");
        String state = "select subject || kind || opens_at || due_at || content_hash from duties.duty"
                + " union all select subject || kind || starts_at || coalesce(ends_at::text, '') from duties.measure order by 1";
        List<String> live = texts(state);
        context.getBean(Duties.class).rebuild();
        settle();
        if (!texts(state).equals(live)) {
            faults.add("worked out anew it is something else");
        }
        return faults.isEmpty() ? "right" : faults.toString();
    }

    private void expect(List<String> faults, long expected, String sql) {
        long found = number(sql);
        if (found != expected) {
            faults.add(sql + " is " + found + ", not " + expected);
        }
    }
}
