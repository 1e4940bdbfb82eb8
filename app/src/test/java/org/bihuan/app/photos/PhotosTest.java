package org.bihuan.app.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Photos: drawn anew, sealed, once, and for those who see the subject. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class PhotosTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T09:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    private static Instant now() {
        return SERVER.bean(Clock.class).instant();
    }

    @BeforeAll
    static void somebodyOwesATest() throws InterruptedException {
        SERVER.bean(Facts.class)
                .append(
                        List.of(new RawFact(
                                "photos-test",
                                "f1",
                                "arrival",
                                1,
                                null,
                                null,
                                0,
                                0,
                                null,
                                List.of(new FactSubject("person", new SubjectId("person", "f1"))),
                                null,
                                Map.of(
                                        "arrivedAt", "2020-07-26T15:30+08:00",
                                        "origin", "210202000000",
                                        "originRisk", "low",
                                        "destination", "210302002001",
                                        "registeredAt", "2020-07-26T16:00+08:00"))),
                        SERVER.bean(Rules.class).reader(),
                        now());
        for (int i = 0; i < 600 && SERVER.bean(Duties.class).lag(now()).marks() > 0; i++) {
            Thread.sleep(20);
        }
    }

    private static DutyView duty() {
        return SERVER.bean(Duties.class).list(DutyQuery.unmet(500), now()).stream()
                .filter(duty -> duty.subject().id().equals("f1"))
                .findFirst()
                .orElseThrow();
    }

    /** Twice as wide as high, red at the left. */
    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 100, 200);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** With the camera's own words: turned to the right, and taken at a place. */
    private static byte[] fromACamera(int orientation) throws IOException {
        byte[] jpeg = picture("jpeg");
        byte[] gps = "GPS 41.1087N 122.9942E".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + gps.length);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(gps);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.writeBytes(exif.array());
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    @Test
    void whatTheCameraWroteIsGoneAndTheTopStaysUp() throws Exception {
        byte[] sent = fromACamera(6);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("GPS 41.1087N", "Exif");
        byte[] kept = Redrawn.of(sent);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif", "122.99");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(shown.getWidth()).isEqualTo(200);
        assertThat(shown.getHeight()).isEqualTo(400);
        assertThat(new Color(shown.getRGB(100, 20)).getRed())
                .as("left has come to the top")
                .isGreaterThan(200);
        assertThat(new Color(shown.getRGB(100, 380)).getRed()).isLessThan(60);
    }

    @Test
    void everyWayUpIsTurnedRight() throws Exception {
        int[][] red = {{20, 100}, {380, 100}, {380, 100}, {20, 100}, {100, 20}, {100, 20}, {100, 380}, {100, 380}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(Redrawn.of(fromACamera(orientation))));
            int[] at = red[orientation - 1];
            assertThat(new Color(shown.getRGB(at[0], at[1])).getRed())
                    .as("orientation %d", orientation)
                    .isGreaterThan(200);
        }
    }

    @Test
    void whatIsNoPhotoIsRefusedByItsContent() throws Exception {
        assertThat(Redrawn.of(picture("png"))).startsWith(0xFF, 0xD8);
        for (String file : List.of("<script>alert(1)</script>", "%PDF-1.7 ......", "GIF89a.........", "")) {
            assertThatThrownBy(() -> Redrawn.of(file.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOfSatisfying(
                            PhotoRefused.class, e -> assertThat(e.why().zh()).contains("不是照片"));
        }
        assertThatThrownBy(() -> Redrawn.of("RIFF....WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        PhotoRefused.class, e -> assertThat(e.why().zh()).contains("WEBP"));
        assertThatThrownBy(() -> Redrawn.of("\0\0\0\u0018ftypheic....".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        PhotoRefused.class, e -> assertThat(e.why().en()).contains("HEIC"));
        byte[] cut = java.util.Arrays.copyOf(picture("png"), 60);
        assertThatThrownBy(() -> Redrawn.of(cut))
                .isInstanceOfSatisfying(
                        PhotoRefused.class, e -> assertThat(e.why().zh()).contains("损坏"));
    }

    @Test
    void aBombIsRefusedByItsSizeBeforeItIsUnpacked() throws Exception {
        byte[] png = picture("png");
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 100_000).putInt(20, 100_000);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertThatThrownBy(() -> Redrawn.of(png))
                .isInstanceOfSatisfying(
                        PhotoRefused.class, e -> assertThat(e.why().zh()).contains("6000万像素"));
    }

    @Test
    void aPhotoIsSealedKeptOnceAFactAndSeenInItsRegionOnly() throws Exception {
        DutyView duty = duty();
        Photos photos = SERVER.bean(Photos.class);
        UUID id = photos.add(duty, fromACamera(1), now());
        assertThat(photos.add(duty, fromACamera(1), now())).isEqualTo(id);
        assertThat(photos.ofDuty(duty.id())).hasSize(1);
        Facts facts = SERVER.bean(Facts.class);
        assertThat(facts.read(facts.groups(List.of(duty.subject()))).values().stream()
                        .flatMap(own -> own.facts().stream())
                        .filter(fact -> fact.kind().equals("photo")))
                .hasSize(1);
        assertThat(duty().metAt())
                .as("no order asks for a photo: it is attached and meets nothing")
                .isNull();
        byte[] lies = SERVER.database()
                .jdbc()
                .sql("select picture from photos.photo where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(new String(lies, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF", "/9j/");

        Visitor own = Visitor.as(SERVER, "grid-worker", "210302002001");
        assertThat(own.get("/duties/" + duty.id() + "/photos").body()).contains("/photos/" + id);
        assertThat(own.get("/photos/" + id).headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        assertThat(SERVER.bean(Audit.class).about(List.of("person:f1"), 50))
                .anyMatch(
                        entry -> entry.purpose().equals("photo") && entry.user().contains("grid-worker"));
        Visitor sibling = Visitor.as(SERVER, "district-headquarters", "210303000000");
        assertThat(sibling.get("/photos/" + id).statusCode()).isEqualTo(404);
        assertThat(sibling.get("/duties/" + duty.id() + "/photos").statusCode()).isEqualTo(404);
        assertThat(own.postFile("/duties/" + duty.id() + "/photos").body())
                .as("a table is no photo")
                .contains("不是照片");
    }
}
