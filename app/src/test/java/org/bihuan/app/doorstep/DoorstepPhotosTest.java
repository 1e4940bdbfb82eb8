package org.bihuan.app.doorstep;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.console.Browser;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.photos.Photo;
import org.bihuan.app.photos.Photos;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Photos taken at a door without a network: small, without their place, encrypted on the phone, and kept once. */
@Tag("database")
class DoorstepPhotosTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-26T12:00:00Z",
            "--bihuan.active-packs=anshan-2020");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private Grid grid = new Grid(new SubjectId("person", "-"), "", "", new SubjectId("household", "-"));

    @BeforeEach
    void moveIn() throws InterruptedException {
        grid = Grid.moveIn(SERVER);
    }

    /** As a camera makes it: large, and with the place in it. */
    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] words = "Exif\0\0GPS 41.1087N 122.9942E".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg.toByteArray(), 0, 2);
        all.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (words.length + 2)});
        all.writeBytes(words);
        all.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return all.toByteArray();
    }

    private Phone phone() {
        return new Phone(BROWSER, "http://127.0.0.1:" + SERVER.port(), "", SERVER.key());
    }

    private static void shoot(Page page, byte[] file) {
        int before = page.locator(".shots canvas").count();
        page.locator("#photo").setInputFiles(new FilePayload("IMG_1.JPG", "image/jpeg", file));
        page.waitForCondition(() -> page.locator(".shots canvas").count() > before);
    }

    private static List<Photo> photos(SubjectId subject) {
        return SERVER.bean(Photos.class).of(List.of(subject), 10);
    }

    @Test
    void takenWithAVisitAndWithATaskItIsSentWhenThereIsANetwork() throws Exception {
        Phone phone = phone();
        phone.take();
        phone.offline(true);
        Page page = phone.page();
        phone.line(grid.name()).locator("button.go").first().click();
        shoot(page, picture(3000, 2000));
        shoot(page, picture(30, 20));
        page.locator(".shots button").last().click();
        assertThat(page.locator(".shots canvas").count())
                .as("one was taken away again")
                .isOne();
        page.waitForCondition(() -> page.locator(".photos .quiet").innerText().contains("还可存29张"));
        page.screenshot(shot("photo"));
        page.locator("#f-result").first().selectOption("negative");
        page.locator(".sheet-form button.big").first().click();
        page.locator(".tabs").waitFor();
        phone.tab("住户");
        phone.line(grid.household().id()).locator("button").click();
        shoot(page, picture(400, 800));
        page.locator("#f-result").selectOption("done");
        page.locator(".sheet-form button.big").click();
        page.waitForCondition(() -> page.locator("#waiting").innerText().contains("待上传4条"));
        Object open = page.evaluate("""
                async () => (await Vault.done((await Vault.store("photos", "readonly")).getAll())).map(photo => {
                  const bytes = new Uint8Array(photo.sealed.bytes);
                  return bytes[0] === 0xff && bytes[1] === 0xd8 || new TextDecoder("latin1").decode(bytes).includes("JFIF");
                })""");
        assertThat(open).as("what lies on the phone is no picture to anybody").isEqualTo(List.of(false, false));
        page.reload(); // the phone was restarted before there was a network
        phone.unlock(Phone.PIN);
        page.locator(".tabs").waitFor();
        phone.offline(false);
        phone.awaitSent();
        List<Photo> ofTask = photos(grid.traveller());
        assertThat(ofTask).hasSize(1);
        byte[] kept = SERVER.bean(Photos.class).picture(ofTask.getFirst()).orElseThrow();
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(List.of(drawn.getWidth(), drawn.getHeight())).containsExactly(1280, 853);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        assertThat(photos(grid.household())).hasSize(1);
        Grid.settle(SERVER);
        assertThat(Grid.facts(SERVER, grid.traveller(), "photo")).hasSize(1);
        assertThat(page.evaluate("Outbox.room()"))
                .as("what is sent is gone from the phone")
                .isEqualTo(30);
    }

    @Test
    void whatIsNoPhotoIsNamedAtOnceAndTheQueueIsBounded() {
        Phone phone = phone();
        phone.take();
        Page page = phone.page();
        phone.line(grid.name()).locator("button.go").first().click();
        page.locator("#photo")
                .setInputFiles(new FilePayload("a.jpg", "image/jpeg", "no photo".getBytes(StandardCharsets.UTF_8)));
        page.waitForCondition(() -> page.locator(".photos .wrong").innerText().contains("打不开"));
        page.evaluate("async () => { for (let i = 0; i < Outbox.MOST_PHOTOS; i++) {"
                + " await Vault.write('photos', it => it.put({ id: 'full' + i })); } }");
        page.locator("button.plain").first().click();
        phone.line(grid.name()).locator("button.go").first().click();
        page.waitForCondition(() -> page.locator(".photos .quiet").innerText().contains("请先上传再拍"));
        assertThat(page.locator("#photo").isDisabled()).isTrue();
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/doorstep-" + name + ".png"));
    }

    private HttpResponse<String> send(UUID id, String target, String visit, byte[] file) {
        return SERVER.send(
                SERVER.request("/api/doorstep/photos?device=0123456789abcdef&phoneAt=1595764700000&offsetMillis=0&id="
                                + id + "&target=" + target + "&visit=" + visit)
                        .header("Content-Type", "image/jpeg")
                        .header("X-Bihuan-Client", "test")
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    private UUID duty() {
        Instant now = SERVER.bean(Clock.class).instant();
        return SERVER.bean(Duties.class)
                .findSubject(grid.traveller(), now)
                .orElseThrow()
                .decision()
                .duties()
                .getFirst()
                .id();
    }

    @Test
    void theSameIdIsKeptOnceAndWhatWillNotDoIsRefusedWithItsReason() throws IOException {
        UUID id = UUID.randomUUID();
        String duty = duty().toString();
        assertThat(send(id, duty, "", picture(40, 40)).body()).contains("\"recorded\"");
        assertThat(send(id, duty, "", picture(50, 50)).body()).contains("\"repeated\"");
        assertThat(photos(grid.traveller())).hasSize(1);
        assertThat(photos(grid.traveller()).getFirst().addedAt())
                .as("when it was taken")
                .isEqualTo(Instant.ofEpochMilli(1595764700000L));
        UUID other = UUID.randomUUID();
        assertThat(send(other, duty, "", "<script>".repeat(40).getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("\"refused\"", "不是照片");
        assertThat(send(other, duty, "", new byte[PhotoSync.LARGEST + 1]).body())
                .contains("\"refused\"", "超过2MB");
        assertThat(send(other, UUID.randomUUID().toString(), "", picture(40, 40))
                        .body())
                .contains("\"refused\"", "已撤销");
        assertThat(send(other, "H9", UUID.randomUUID().toString(), picture(40, 40))
                        .body())
                .as("a visit that nobody noted")
                .contains("\"refused\"", "没有记上");
        assertThat(send(other, "", "", picture(40, 40)).statusCode()).isEqualTo(400);
        assertThat(photos(grid.traveller())).hasSize(1);
        Visitor sibling = Visitor.as(SERVER, "grid-worker", "210303002000");
        assertThat(sibling.get("/duties/" + duty).statusCode()).isEqualTo(404);
        String key = SERVER.bean(org.bihuan.app.accounts.ServiceKeys.class)
                .add(
                        "sibling",
                        new org.bihuan.app.accounts.Assignment(
                                org.bihuan.app.authority.Roles.builtIn().get("grid-worker"),
                                org.bihuan.kernel.DivisionCode.of("210303002000")),
                        java.time.Duration.ofDays(1),
                        "test");
        String answer = SERVER.send(
                        SERVER.anonymous("/api/doorstep/photos?device=0123456789abcdef&phoneAt=0&offsetMillis=0&id="
                                        + other + "&target=" + duty)
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "image/jpeg")
                                .header("X-Bihuan-Client", "test")
                                .POST(BodyPublishers.ofByteArray(picture(40, 40))))
                .body();
        assertThat(answer).as("another region's duty is nobody's").contains("\"refused\"", "已撤销或不由您办理");
    }
}
