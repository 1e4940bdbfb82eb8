package org.bihuan.app.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.AuditEntry;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.audit.Oddity;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.vault.Vault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who read whose data and what for: alarms first, then the record, the chain, keys and certificates. */
@Controller
@Needs(Permission.SEE_AUDIT)
class AuditPage {
    private static final int PAGE = 50;
    private static final int ALARMS = 20;
    private static final int CERTIFICATES = 10;

    private final Audit audit;
    private final Certificates certificates;
    private final Vault vault;
    private final Clock clock;

    AuditPage(Audit audit, Certificates certificates, Vault vault, Clock clock) {
        this.audit = audit;
        this.certificates = certificates;
        this.vault = vault;
        this.clock = clock;
    }

    @GetMapping("/audit")
    String show(
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "false") boolean verify,
            Model model) {
        List<AuditEntry> page = audit.latest(user.strip(), before, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<AuditEntry> shown = more ? page.subList(0, PAGE) : page;
        model.addAttribute(
                "audit",
                new AuditView(
                        user.strip(),
                        audit.countOpenAlarms(),
                        audit.alarms(ALARMS),
                        shown,
                        more ? shown.getLast().number() : 0,
                        audit.head().toString(),
                        verify ? audit.verify(List.of()) : null,
                        certificates.list(CERTIFICATES),
                        vault.counted(clock.instant()),
                        vault.master(),
                        vault.suite()));
        return "console/audit";
    }

    /** Somebody says what they found about an alarm. */
    @PostMapping("/audit/alarms")
    String close(@RequestParam long entry, @RequestParam String oddity, @RequestParam String finding) {
        if (!finding.isBlank()) {
            audit.close(
                    entry,
                    Oddity.valueOf(oddity.toUpperCase(Locale.ROOT)),
                    WhoReads.now().user(),
                    finding.strip(),
                    clock.instant());
        }
        return "redirect:/audit";
    }
}
