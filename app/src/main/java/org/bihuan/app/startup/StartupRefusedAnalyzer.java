package org.bihuan.app.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal as text instead of a stack trace. Registered in META-INF/spring.factories. */
class StartupRefusedAnalyzer extends AbstractFailureAnalyzer<StartupRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartupRefused refused) {
        String text = "[" + refused.code() + "]\n\n" + refused.chinese() + "\n\n" + refused.english();
        return new FailureAnalysis(text, null, refused);
    }
}
