package org.bihuan.app.audit;

import java.time.Duration;
import org.bihuan.app.startup.StartupRefused;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A server for work does not start before somebody has said for how long the record of reading is kept. */
@Component
@Profile("serve")
class RetentionRequired {

    RetentionRequired(AuditSettings settings) {
        Duration retention = settings.retention();
        if (retention == null || retention.isNegative() || retention.isZero()) {
            throw new StartupRefused(
                    "audit-retention",
                    "没有设置 bihuan.audit.retention（查阅记录保存多久，如 --bihuan.audit.retention=1095d）。这一项没有缺省值，" + "由运行单位按其制度决定。",
                    "bihuan.audit.retention is not set (for how long the record of reading is kept, such as"
                            + " --bihuan.audit.retention=1095d). It has no default: the operator decides.");
        }
    }
}
