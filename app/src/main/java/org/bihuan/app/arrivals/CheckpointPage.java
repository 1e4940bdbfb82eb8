package org.bihuan.app.arrivals;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.doorstep.InstalledPage;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The page that a checkpoint works with when there is no network. The page itself is empty and for everybody. */
@Controller
@Needs(Permission.PUBLIC)
class CheckpointPage {
    private static final String PATH = "/doorstep/checkpoint/"; // below the service worker that keeps it

    private final CheckpointTexts texts;
    private final CheckpointPackets packets;
    private final JsonMapper json;
    private final Clock clock;

    CheckpointPage(CheckpointTexts texts, CheckpointPackets packets, JsonMapper json, Clock clock) {
        this.texts = texts;
        this.packets = packets;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute(
                "texts",
                json.writeValueAsString(
                        Map.of("zh", texts.all(Locale.SIMPLIFIED_CHINESE), "en", texts.all(Locale.ENGLISH))));
        return "arrivals/checkpoint";
    }

    @GetMapping(path = PATH + "app.webmanifest", produces = "application/manifest+json")
    @ResponseBody
    Map<String, Object> manifest(Locale locale) {
        Map<String, String> words = texts.all(locale);
        return InstalledPage.manifest(words.getOrDefault("title", ""), words.getOrDefault("short", ""), PATH);
    }

    @Needs(Permission.REGISTER_ARRIVALS)
    @GetMapping(path = "/api/checkpoint/packet", produces = "application/json")
    @ResponseBody
    ResponseEntity<CheckpointPacket> packet() {
        CheckpointPacket packet = packets.make(Asking.asker().orElseThrow(), clock.instant());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(packet);
    }
}
