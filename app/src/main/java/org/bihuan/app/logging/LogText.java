package org.bihuan.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bihuan.app.database.SqlState;
import org.bihuan.app.startup.StartupRefused;
import org.jspecify.annotations.Nullable;

/** What of an event may be written. */
final class LogText {
    /** Those whose words are ours. The second one prints why the server does not start. */
    private static final Set<String> OURS =
            Set.of("org.bihuan", "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter");

    /** Says why the server does not start: before anybody's data are there, and useless without words. */
    private static final String START = "org.springframework.boot.SpringApplication";

    private static final int MOST_FRAMES = 40;
    private static final int DEEPEST = 10;

    private LogText() {}

    static String message(ILoggingEvent event) {
        String text = String.valueOf(event.getFormattedMessage());
        return OURS.stream().anyMatch(event.getLoggerName()::startsWith) ? Masking.own(text) : Masking.foreign(text);
    }

    /** Classes, places and SQLSTATE of an exception and its causes, without messages; empty when there is none. */
    static List<String> error(ILoggingEvent event) {
        List<String> lines = new ArrayList<>();
        IThrowableProxy each = event.getThrowableProxy();
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            lines.add((depth == 0 ? "" : "caused by ")
                    + each.getClassName()
                    + said(each, event.getLoggerName().equals(START)));
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            int own = frames == null ? 0 : Math.min(MOST_FRAMES, frames.length - each.getCommonFrames());
            for (int i = 0; i < own; i++) {
                lines.add("  " + frames[i].getSTEAsString());
            }
            each = each.getCause();
        }
        return lines;
    }

    private static String said(IThrowableProxy proxy, boolean starting) {
        @Nullable Throwable throwable = proxy instanceof ThrowableProxy known ? known.getThrowable() : null;
        if (throwable == null) {
            return "";
        }
        if (starting) {
            return " " + Masking.own(String.valueOf(throwable.getMessage()));
        }
        return throwable instanceof StartupRefused refused
                ? " " + refused.getMessage()
                : SqlState.of(throwable).map(state -> " SQLSTATE " + state).orElse("");
    }
}
