package org.bihuan.app.doorstep;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes photos from the installed page, one a request: the picture is the body, the rest stands in the address. */
@RestController
@Needs(Permission.DO_DUTIES)
class DoorstepPhotosApi {
    private final PhotoSync sync;
    private final Clock clock;

    DoorstepPhotosApi(PhotoSync sync, Clock clock) {
        this.sync = sync;
        this.clock = clock;
    }

    @PostMapping(path = "/api/doorstep/photos", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> take(@RequestParam Map<String, String> said, InputStream picture) throws IOException {
        Optional<TakenPhoto> taken = TakenPhoto.read(said);
        if (taken.isEmpty()) {
            return ResponseEntity.badRequest()
                    .body(new DoorstepApi.Wrong(
                            "id",
                            said.getOrDefault("id", ""),
                            "缺少照片的编号、对象或时间",
                            "lacks the photo's id, target or time"));
        }
        byte[] file = picture.readNBytes(PhotoSync.LARGEST + 1);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(DoorstepApi.text(sync.take(taken.get(), file, clock.instant())));
    }
}
