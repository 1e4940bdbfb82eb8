package org.bihuan.app.shifts.web;

import java.util.List;
import org.bihuan.app.shifts.Attachment;
import org.bihuan.app.shifts.LogEntry;

/**
 * What the page of a line's attachments shows.
 *
 * @param wrong why a file was not taken, empty when none was refused
 */
public record AttachmentsView(LogEntry entry, List<Attachment> attachments, String wrong) {
    public AttachmentsView {
        attachments = List.copyOf(attachments);
    }
}
