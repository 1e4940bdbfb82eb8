package org.bihuan.app.audit;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.database.CommandDatabase;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * {@code audit verify}, {@code audit head}, {@code audit expire}: the record of reading without the server or beside it. Exit
 * status 0 when the record is intact, 1 when it is not, 2 when the question was wrong.
 */
public final class AuditCommand {
    private static final String USAGE = """
            用法 usage: ./bihuan audit verify [--data DIR] [--head N:HASH] [--heads FILE]
                        ./bihuan audit head [--data DIR]
                        ./bihuan audit expire --bihuan.audit.retention=1095d --approved-by NAME [--data DIR]
            verify  核对审计链；--head、--heads 为另存的链尾  check the chain; heads are those kept elsewhere
            expire  销毁超过保存期限的查阅记录并出具证明  destroy entries older than the retention, with a certificate
            head    显示链尾，请另行保存  show the end of the chain, to be kept elsewhere
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    /** A command that writes its answer to one stream and what went wrong to the other. */
    public AuditCommand(PrintStream out, PrintStream err, Clock clock) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param arguments what stands behind {@code audit}
     * @return exit status
     */
    public int run(List<String> arguments) {
        List<Head> kept = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        String what = arguments.isEmpty() ? "" : arguments.getFirst();
        String approvedBy = "";
        if (!List.of("verify", "head", "expire").contains(what)) {
            return usage("");
        }
        for (int i = 1; i < arguments.size(); i++) {
            String each = arguments.get(i);
            boolean hasValue = i + 1 < arguments.size();
            if (each.startsWith("--") && each.contains("=")) {
                settings.add(each);
            } else if (each.equals("--data") && hasValue) {
                settings.add("--bihuan.data=" + arguments.get(++i));
            } else if (each.equals("--approved-by") && hasValue) {
                approvedBy = arguments.get(++i);
            } else if (each.equals("--head") && hasValue) {
                var head = Head.parse(arguments.get(++i));
                if (head.isEmpty()) {
                    return usage("--head " + arguments.get(i));
                }
                kept.add(head.get());
            } else if (each.equals("--heads") && hasValue && Files.isReadable(Path.of(arguments.get(i + 1)))) {
                kept.addAll(HeadFile.read(Path.of(arguments.get(++i))));
            } else {
                return usage(each);
            }
        }
        if (what.equals("expire")) {
            String approved = approvedBy;
            return approved.isBlank()
                    ? usage("--approved-by")
                    : CommandDatabase.useAsOwner(
                            settings, err, parts(Expiry.class), beans -> expire(beans, approved, clock));
        }
        return CommandDatabase.use(settings, err, parts(), beans -> answer(what, beans.getBean(Audit.class), kept));
    }

    private static List<Class<?>> parts(Class<?>... more) {
        List<Class<?>> parts = new ArrayList<>(List.of(
                AuditStore.class,
                AlarmStore.class,
                CertificateStore.class,
                Certificates.class,
                Audit.class,
                Settings.class));
        parts.addAll(List.of(more));
        return parts;
    }

    /** The settings of the record as a bean. */
    @EnableConfigurationProperties(AuditSettings.class)
    static class Settings {}

    private int expire(BeanFactory beans, String approvedBy, Clock clock) {
        Duration retention = beans.getBean(AuditSettings.class).retention();
        if (retention == null || retention.isNegative() || retention.isZero()) {
            return usage("bihuan.audit.retention");
        }
        String user = System.getProperty("user.name", "");
        if (approvedBy.equals(user)) {
            err.println("须由另一人批准：" + approvedBy + "。 Somebody else has to agree: " + approvedBy + ".");
            return 2;
        }
        Instant now = clock.instant();
        long gone = beans.getBean(Expiry.class).run(now.minus(retention), user, approvedBy, now);
        out.println("已销毁 " + gone + " 条查阅记录。 " + gone + " entries destroyed.");
        return 0;
    }

    private int answer(String what, Audit audit, List<Head> kept) {
        if (what.equals("head")) {
            out.println(audit.head());
            return 0;
        }
        ChainReport report = audit.verify(kept);
        report.flaws().forEach(flaw -> out.println(FlawText.of(flaw)));
        out.println(FlawText.of(report));
        return report.isIntact() ? 0 : 1;
    }

    private int usage(String wrong) {
        if (!wrong.isEmpty()) {
            err.println("不认识的参数 " + wrong + "。 Cannot use the argument " + wrong + ".");
        }
        err.print(USAGE);
        return 2;
    }
}
