package org.bihuan.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.app.RunningServer;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A made-up person goes through every door and every kind of failure; in what the server writes into its log, in both
 * forms, there is no trace of them.
 */
@Tag("database")
class LogsHoldNobodyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    private static final String NAME = "欧阳探针";
    private static final String LATIN = "Ouyang Tanzhen";
    private static final String DOCUMENT = "210302199001011234";
    private static final String PHONE = "13912345678";
    private static final String ALL = NAME + " " + LATIN + " " + DOCUMENT + " " + PHONE;
    private static final ByteArrayOutputStream WRITTEN = new ByteArrayOutputStream();
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static Level before = Level.WARN;

    @BeforeAll
    static void listen() {
        before = ROOT.getLevel();
        ROOT.setLevel(Level.INFO);
        attach(new JsonLines(), "json");
        attach(new ReadableLines(), "readable");
    }

    private static void attach(Encoder<ILoggingEvent> encoder, String name) {
        LoggerContext context = ROOT.getLoggerContext();
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setName(name);
        appender.setEncoder(encoder);
        appender.setOutputStream(WRITTEN);
        appender.start();
        ROOT.addAppender(appender);
    }

    @AfterAll
    static void stopListening() {
        ROOT.detachAppender("json");
        ROOT.detachAppender("readable");
        ROOT.setLevel(before);
    }

    @Test
    void nobodyIsInTheLog() throws Exception {
        everyDoor();
        theDatabaseQuotesTheRow();
        theSchemaIsBroken();
        aFactCannotBeJudged();
        librariesQuoteWhatWasTyped();
        String log = WRITTEN.toString(StandardCharsets.UTF_8);
        assertThat(log)
                .as("it says where and what kind")
                .contains(
                        "SQLSTATE P0001",
                        "SQLSTATE 42703",
                        "parked person",
                        "DateTimeParseException",
                        "POST /api/facts")
                .contains("a library said");
        for (String trace : List.of(
                NAME,
                URLEncoder.encode(NAME, StandardCharsets.UTF_8),
                NAME.chars().mapToObj(each -> String.format("\\u%04x", each)).collect(Collectors.joining()),
                new String(NAME.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                "Ouyang",
                "Tanzhen",
                DOCUMENT,
                PHONE)) {
            assertThat(log).doesNotContainIgnoringCase(trace);
        }
    }

    private static void everyDoor() {
        String typed = URLEncoder.encode(ALL, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/search?q=" + typed,
                "/subjects/person/" + typed,
                "/subjects/" + typed + "/x",
                "/duties/" + typed,
                "/duties?division=" + typed + "&after=" + typed + "&kind=" + typed,
                "/measures?kind=" + typed + "&after=" + typed,
                "/" + typed,
                "/api/" + typed,
                "/api/duties/" + typed,
                "/api/duties?limit=" + typed + "&state=" + typed,
                "/api/subjects/person/" + typed + "/facts?limit=" + typed,
                "/operations?retried=" + typed)) {
            SERVER.get(path);
        }
        SERVER.sendRaw("GET /search?q=" + LATIN + "{|}" + PHONE + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        SERVER.sendRaw("GET /x" + new String(NAME.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        SERVER.sendRaw("GET / HTTP/1.1\r\nHost: " + LATIN + PHONE + "\r\n\r\n");
        SERVER.sendRaw(LATIN + DOCUMENT + "\r\n\r\n");
        post("/api/facts", "{\"name\":\"" + ALL);
        post("/api/facts", "{\"facts\":[{\"key\":\"" + ALL + "\",\"kind\":7,\"payload\":\"" + ALL + "\"}]}");
        post("/api/facts", fact("refused", "\"arrivedAt\":\"" + ALL + "\""));
        post("/api/time", "{\"forward\":\"" + ALL + "\"}");
        post("/api/parameters", "{\"value\":\"" + ALL + "\",\"pack\":\"" + ALL + "\"}");
        post("/clock", "forward=" + ALL);
    }

    private static void post(String path, String body) {
        SERVER.send(SERVER.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String fact(String key, String field) {
        return """
                {"source":"test","key":"%s","kind":"arrival","subjects":[{"type":"person","id":"%s"}],
                 "payload":{%s,"name":"%s","phone":"%s","origin":"210202000000","destination":"210302000000"}}
                """.formatted(key, DOCUMENT, field, NAME + LATIN, PHONE);
    }

    private static String goodFact(String key) {
        return fact(key, "\"originRisk\":\"high\",\"arrivedAt\":\"2020-07-25T10:00+08:00\"");
    }

    /** The server's own message holds the row. */
    private static void theDatabaseQuotesTheRow() {
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        owner.sql("""
                create function facts.quote() returns trigger language plpgsql as
                $$ begin raise exception 'cannot store % of %', new.payload, new.subjects; end $$
                """).update();
        owner.sql("create trigger quote before insert on facts.fact for each row execute function facts.quote()")
                .update();
        post("/api/facts", goodFact("quoted"));
        owner.sql("drop trigger quote on facts.fact").update();
        owner.sql("drop function facts.quote()").update();
    }

    private static void theSchemaIsBroken() {
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        owner.sql("alter table facts.fact rename column fields to gone").update();
        post("/api/facts", goodFact("broken"));
        SERVER.get("/subjects/person/" + DOCUMENT);
        SERVER.get("/search?q=" + DOCUMENT);
        owner.sql("alter table facts.fact rename column gone to fields").update();
    }

    private static void aFactCannotBeJudged() throws InterruptedException {
        post("/api/facts", goodFact("poison"));
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        assertThat(owner.sql("update facts.fact set fields = :bad where key = 'poison'")
                        .param("bad", "arrivedAt\u001Fd" + ALL + "\u001E")
                        .update())
                .as("the fact was accepted")
                .isEqualTo(1);
        SERVER.bean(Facts.class).mark(List.of(new SubjectId("person", DOCUMENT)));
        Instant now = SERVER.bean(Clock.class).instant();
        while (SERVER.bean(Duties.class).lag(now).parkedSubjects() == 0) {
            Thread.sleep(20);
        }
        SERVER.get("/subjects/person/" + DOCUMENT);
        SERVER.get("/operations");
    }

    private static void librariesQuoteWhatWasTyped() {
        var library = LoggerFactory.getLogger("org.apache.catalina.core.Library");
        SQLException sql = new SQLException("Key (id)=(" + ALL + ") already exists", "23505");
        library.error("a library said [bad \"" + ALL + "\"] with root cause", new IllegalStateException(ALL, sql));
        library.warn("a library said: " + ALL);
        library.info("a library said {} at /subjects/person/{}", NAME, DOCUMENT);
        LoggerFactory.getLogger("org.bihuan.app.Own").warn("called {}", PHONE);
    }
}
