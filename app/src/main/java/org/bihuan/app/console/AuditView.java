package org.bihuan.app.console;

import java.util.List;
import org.bihuan.app.audit.Alarm;
import org.bihuan.app.audit.AuditEntry;
import org.bihuan.app.audit.Certificate;
import org.bihuan.app.audit.ChainReport;
import org.bihuan.app.vault.KeyCount;
import org.jspecify.annotations.Nullable;

/**
 * What the page of reading shows.
 *
 * @param user whose reading, empty for everybody's
 * @param open how many alarms nobody has looked into
 * @param before number that the next page ends before, 0 when there is none
 * @param head end of the chain
 * @param report what a check just found, null when nobody asked for one
 * @param master number of the newest master key
 * @param suite algorithms for what is sealed now
 */
public record AuditView(
        String user,
        long open,
        List<Alarm> alarms,
        List<AuditEntry> entries,
        long before,
        String head,
        @Nullable ChainReport report,
        List<Certificate> certificates,
        List<KeyCount> keys,
        int master,
        String suite) {}
