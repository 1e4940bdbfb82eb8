package org.bihuan.app.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.destruction.Retention;
import org.bihuan.app.destruction.RetentionOrder;
import org.bihuan.app.destruction.RetentionRun;
import org.bihuan.app.destruction.RetentionRuns;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures of lines of the duty log: sealed, without their place, once, and for the desk's own people. */
@Tag("database")
class AttachmentsTest {
    private static final Pattern PICTURE = Pattern.compile("/shifts/attachments/([0-9a-f-]{36})");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final RunningServer SERVER =
            new RunningServer("--bihuan.clock.time-machine=true", "--bihuan.clock.start=2020-07-26T12:00:00Z");

    private final Visitor desk = Visitor.as(SERVER, "duty-officer", "210302000000");

    private static byte[] picture() throws IOException {
        return picture(80);
    }

    private static byte[] picture(int width) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 40, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] words = "Exif\0\0GPS 41.1087N 122.9942E".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg.toByteArray(), 0, 2);
        all.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (words.length + 2)});
        all.writeBytes(words);
        all.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return all.toByteArray();
    }

    private UUID line(Visitor visitor) {
        UUID key = UUID.randomUUID();
        visitor.get("/shifts");
        HttpResponse<String> written = visitor.post(
                "/shifts/log", Map.of("key", key.toString(), "kind", "other", "body", "停电通知", "fromWhom", "供电所"));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(302);
        return key;
    }

    private static HttpResponse<String> send(Visitor visitor, UUID line, byte[] file) {
        Matcher token = TOKEN.matcher(
                visitor.get("/shifts/log/" + line + "/attachments").body());
        String csrf = token.find() ? token.group(1) : "";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return visitor.send(SERVER.anonymous("/shifts/log/" + line + "/attachments")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("X-XSRF-TOKEN", csrf)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Test
    void aPictureLiesSealedWithoutItsPlaceAndOnce() throws IOException {
        UUID line = line(desk);
        assertThat(send(desk, line, picture()).statusCode()).isEqualTo(302);
        assertThat(send(desk, line, picture()).statusCode()).as("twice is once").isEqualTo(302);
        String page = desk.get("/shifts/log/" + line + "/attachments").body();
        assertThat(PICTURE.matcher(page).results().map(found -> found.group(1)).distinct())
                .hasSize(1);
        Matcher found = PICTURE.matcher(page);
        assertThat(found.find()).isTrue();
        String path = "/shifts/attachments/" + found.group(1);
        HttpResponse<String> shown = desk.get(path);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.body()).doesNotContain("GPS", "Exif");
        assertThat(SERVER.bean(Audit.class).latest("visitor-duty-officer-210302000000", Long.MAX_VALUE, 5))
                .anyMatch(entry -> entry.detail().contains(found.group(1)));
        String kept = SERVER.database()
                .jdbcOfOwner()
                .sql("select encode(picture, 'escape') from shifts.attachment where entry = :line")
                .param("line", line)
                .query(String.class)
                .single();
        assertThat(kept).as("no picture lies open").doesNotContain("JFIF", "\\377\\330\\377");

        Visitor sibling = Visitor.as(SERVER, "duty-officer", "210303000000");
        assertThat(sibling.get(path).statusCode()).isEqualTo(404);
        assertThat(sibling.get("/shifts/log/" + line + "/attachments").statusCode())
                .isEqualTo(404);
        sibling.get("/shifts");
        assertThat(send(sibling, line, picture()).statusCode()).isIn(403, 404);
        assertThat(Visitor.as(SERVER, "leader", "210300000000").get(path).statusCode())
                .isEqualTo(403);
        assertThat(desk.postWithoutToken("/shifts/log/" + line + "/attachments", Map.of())
                        .statusCode())
                .as("sent by another site")
                .isEqualTo(403);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() {
        UUID line = line(desk);
        HttpResponse<String> script = send(desk, line, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(script.body()).contains("不是照片");
        HttpResponse<String> large = send(desk, line, new byte[(10 << 20) + 1]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("超过10MB");
        assertThat(PICTURE.matcher(
                                desk.get("/shifts/log/" + line + "/attachments").body())
                        .find())
                .isFalse();
    }

    private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 400 && !done.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void aPictureGoesWithTheRetentionOfItsPlaceAndTheLineStays() throws Exception {
        Visitor elsewhere = Visitor.as(SERVER, "duty-officer", "210304000000");
        UUID old = line(elsewhere);
        UUID living = line(elsewhere);
        assertThat(send(elsewhere, old, picture()).statusCode()).isEqualTo(302);
        assertThat(send(elsewhere, living, picture()).statusCode()).isEqualTo(302);
        SERVER.bean(TimeMachine.class).moveForward(Duration.ofDays(31));
        assertThat(send(elsewhere, living, picture(90)).statusCode()).isEqualTo(302);
        Instant now = SERVER.bean(TimeMachine.class).instant();
        RetentionOrder order = new RetentionOrder(
                UUID.randomUUID(), DivisionCode.of("210304000000"), 30, true, "区第3号令", "zhao", now, null, null);
        SERVER.bean(Retention.class).ask(order);
        SERVER.bean(Retention.class).approve(order.id(), "qian", now);
        RetentionRuns runs = SERVER.bean(RetentionRuns.class);
        await(() -> !runs.list().isEmpty() && runs.list().getFirst().state() == RetentionRun.State.DONE);
        assertThat(runs.list().getFirst().attachments()).isOne();
        String page = elsewhere.get("/shifts/log/" + old + "/attachments").body();
        assertThat(page).contains("停电通知", "照片已销毁");
        assertThat(PICTURE.matcher(page).find()).isFalse();
        assertThat(elsewhere.get("/shifts/log/" + living + "/attachments").body())
                .as("a line that got one since keeps its key")
                .doesNotContain("照片已销毁");
        assertThat(SERVER.bean(Certificates.class).list(1).getFirst())
                .satisfies(certificate -> assertThat(certificate.kind() + certificate.reason() + certificate.subjects())
                        .isEqualTo("duty log区第3号令1"));
        assertThat(SERVER.database()
                        .jdbcOfOwner()
                        .sql("select count(*) from shifts.attachment where destroyed_at is not null and picture <> ''")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(send(elsewhere, old, picture(70)).statusCode())
                .as("a new one of the same line")
                .isEqualTo(302);
        assertThat(elsewhere.get("/shifts/log/" + old + "/attachments").body()).contains("照片已销毁");
        String gone = SERVER.database()
                .jdbcOfOwner()
                .sql("select id::text from shifts.attachment where destroyed_at is not null")
                .query(String.class)
                .single();
        assertThat(elsewhere.get("/shifts/attachments/" + gone).statusCode()).isEqualTo(410);
    }
}
