package org.bihuan.app.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.authority.Asking;
import org.bihuan.kernel.DivisionCode;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A server with little memory that freezes the briefings of a great city, forgets some duties and checks: {@code
 * main(arguments of the server)}. It tells figures and corrections on its standard output.
 */
final class GreatCityServer {
    static final LocalDate DAY = LocalDate.parse("2020-07-27");
    static final int FORGOTTEN = 7;

    private GreatCityServer() {}

    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = SpringApplication.run(BihuanApplication.class, arguments);
        Asking.asMachine(() -> run(context));
        context.close();
        System.exit(0);
    }

    private static void run(ConfigurableApplicationContext context) {
        long began = System.nanoTime();
        context.getBean(DueBriefings.class).freeze(Instant.parse("2020-07-26T23:45:00Z"));
        System.out.println(
                "frozen " + of(context, "late") + " " + of(context, "arrived") + " " + of(context, "tested"));
        long frozen = System.nanoTime();
        System.out.println("frozen in " + (frozen - began) / 1_000_000 + " ms");
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> JdbcClient.create(context.getBean(DataSource.class))
                        .sql(
                                "delete from duties.duty where id in (select id from duties.duty where division = 210302000000 limit "
                                        + FORGOTTEN + ")")
                        .update());
        List<List<Briefing>> groups =
                Briefing.together(context.getBean(Briefings.class).since(DAY));
        int corrections = groups.stream()
                .mapToInt(each -> context.getBean(Checking.class).check(each, Instant.parse("2020-07-27T01:00:00Z")))
                .sum();
        System.out.println("checked in " + (System.nanoTime() - frozen) / 1_000_000 + " ms");
        System.out.println("corrections " + corrections + " in groups " + groups.size());
        sheet(context).corrections().stream()
                .filter(each -> each.place() == null)
                .forEach(each -> System.out.println("correction " + each.key() + " " + each.oldValue() + " "
                        + each.newValue() + " +" + each.added() + " -" + each.gone()));
    }

    private static BriefingSheet sheet(ConfigurableApplicationContext context) {
        Briefings briefings = context.getBean(Briefings.class);
        return briefings.latest(100).stream()
                .filter(each -> each.division().equals(DivisionCode.of("210300000000")))
                .findFirst()
                .flatMap(each -> briefings.sheet(each.id()))
                .orElseThrow();
    }

    private static long of(ConfigurableApplicationContext context, String key) {
        return sheet(context).parts().stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.line().key().equals(key))
                .flatMap(row -> Stream.of(Objects.requireNonNull(row.figure().value())))
                .findFirst()
                .orElseThrow();
    }
}
