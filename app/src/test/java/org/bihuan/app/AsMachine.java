package org.bihuan.app;

import java.lang.reflect.Method;
import org.bihuan.app.authority.Asking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * What a test calls in the server's beans is the machine's own work, which sees everything; requests over HTTP are
 * somebody's all the same. Without it a test would be nobody, who sees nothing.
 */
public interface AsMachine extends InvocationInterceptor {

    @Override
    default void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(test);
    }

    @Override
    default void interceptTestTemplateMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(test);
    }

    @Override
    default void interceptBeforeAllMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(test);
    }

    @Override
    default void interceptBeforeEachMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> context, ExtensionContext extension)
            throws Throwable {
        run(test);
    }

    private static void run(Invocation<@Nullable Void> test) throws Throwable {
        Throwable[] thrown = new Throwable[1];
        Asking.asMachine(() -> {
            try {
                test.proceed();
            } catch (Throwable e) {
                thrown[0] = e;
            }
        });
        if (thrown[0] != null) {
            throw thrown[0];
        }
    }
}
