package org.bihuan.app.bulk;

import java.time.Instant;
import java.util.List;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.photos.PhotoRefused;
import org.bihuan.app.photos.Sheets;
import org.springframework.stereotype.Component;

/** One picture as evidence about many duties. Its id is the action's. Thread-safe. */
@Component
class BulkDocuments {
    private final Sheets sheets;

    BulkDocuments(Sheets sheets) {
        this.sheets = sheets;
    }

    /** @throws BulkRefused when the file will not do */
    void keep(BulkRequest request, byte[] file, Instant now) {
        try {
            sheets.keep(request.id(), file, now);
        } catch (PhotoRefused e) {
            throw new BulkRefused(e.why().zh(), e.why().en());
        }
    }

    BulkItem attach(BulkAction action, BulkItem item, DutyView duty, Instant now) {
        try {
            sheets.attach(action.id(), duty, now);
            return item.as(BulkItem.State.RECORDED, "");
        } catch (PhotoRefused e) {
            return item.as(
                    BulkItem.State.REFUSED, e.why().zh() + " / " + e.why().en());
        }
    }

    void takeBack(BulkAction action, BulkItem item, Instant now) {
        sheets.takeBack(action.id(), item.duty(), "bulk undo", now);
    }

    /** When all of it is taken back, nobody needs the picture. */
    void undone(BulkAction action, Instant now) {
        if (action.kind() == BulkKind.DOCUMENT) {
            sheets.destroy(List.of(action.id()), now);
        }
    }
}
