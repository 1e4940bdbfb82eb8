package org.bihuan.app.imports.web;

import java.util.List;
import org.bihuan.app.imports.Upload;
import org.bihuan.app.imports.store.LineStore;

/**
 * What the page of an upload shows.
 *
 * @param columns its columns
 * @param choices what a column can fill, value and name
 * @param missing names of required columns that nothing fills
 * @param refused the first refused rows
 * @param gone subjects of rows that are gone, the first of them
 * @param done rows done by the work going on
 * @param total rows in all, 0 while unknown
 * @param hasFailed whether the work stands still because it failed
 * @param error what was wrong with the last wish, empty when nothing was
 */
public record UploadPage(
        Upload upload,
        List<ColumnRow> columns,
        List<Choice> choices,
        List<String> missing,
        List<LineStore.Refused> refused,
        List<String> gone,
        long done,
        long total,
        boolean hasFailed,
        String error) {
    /** One thing a column can fill. */
    public record Choice(String value, String text) {}

    /** Whether the page should look again in a moment. */
    public boolean isWorking() {
        return !hasFailed && (upload.state() == Upload.State.NEW || upload.state() == Upload.State.TAKING);
    }

    /** Whether rows can be confirmed. */
    public boolean canConfirm() {
        return upload.state() == Upload.State.CHECKED
                && missing.isEmpty()
                && upload.counts().good() > 0;
    }
}
