package org.bihuan.app.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The made-up city, {@code bihuan.demo.*}.
 *
 * @param people residents
 * @param seed the same seed gives the same city
 * @param division 12-digit code of the place they live in
 * @param scenario the epidemic played, a folder of the city module
 * @param from first day
 * @param to last day
 * @param values demonstration values of what orders delegate, {@code pack:parameter:division=value}
 * @param accounts log-ins of the demonstration, {@code login=role@division}
 * @param password of all of them
 */
@ConfigurationProperties("bihuan.demo")
record DemoSettings(
        @DefaultValue("20000") int people,
        @DefaultValue("7") long seed,
        @DefaultValue("210300000000") String division,
        @DefaultValue("anshan-2020") String scenario,
        @DefaultValue("2020-07-14") LocalDate from,
        @DefaultValue("2020-08-20") LocalDate to,
        @DefaultValue List<String> values,
        @DefaultValue List<String> accounts,
        @DefaultValue("yanshi-chengshi-2020") String password) {
    DemoSettings {
        accounts = List.copyOf(accounts);
        values = List.copyOf(values);
    }
}
