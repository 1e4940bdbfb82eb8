package org.bihuan.app.audit;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of certificates. Every call runs in the caller's transaction. Thread-safe. */
@Component
class CertificateStore {
    private final JdbcTemplate jdbc;

    CertificateStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a certificate and gives its number; the number it comes with is not looked at. */
    long add(Certificate certificate) {
        Long number = jdbc.queryForObject(
                """
                insert into audit.certificate (at, kind, scope, reason, actor, approved_by, subjects, keys, content, head)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number
                """,
                Long.class,
                certificate.at().atOffset(ZoneOffset.UTC),
                certificate.kind(),
                certificate.scope(),
                certificate.reason(),
                certificate.user(),
                certificate.approvedBy(),
                certificate.subjects(),
                certificate.keys(),
                certificate.content().bytes(),
                certificate.head());
        return number == null ? 0 : number;
    }

    List<Certificate> list(int limit) {
        return jdbc.query(
                """
                select number, at, kind, scope, reason, actor, approved_by, subjects, keys, content, head
                  from audit.certificate order by number desc limit ?
                """,
                (row, index) -> new Certificate(
                        row.getLong("number"),
                        AuditStore.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("scope"),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getString("approved_by"),
                        row.getLong("subjects"),
                        row.getLong("keys"),
                        Hash.of(row.getBytes("content")),
                        row.getString("head")),
                limit);
    }
}
