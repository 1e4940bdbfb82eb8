package org.bihuan.app.authority;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every address needs. Thread-safe. */
@Component
public class Endpoints {
    /** Handlers of libraries, which cannot say themselves. */
    private static final Map<String, Permission> FOREIGN = Map.of(
            "BasicErrorController", Permission.PUBLIC,
            "OpenApiWebMvcResource", Permission.SELF);

    private final SingletonSupplier<RequestMappingHandlerMapping> mapping;

    /** Asked for late, since the mapping needs whoever asks us; a lazy proxy of it would pass over its final methods. */
    Endpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = SingletonSupplier.of(mapping::getObject);
    }

    /** What the handler needs; empty when it does not say, which is for nobody. */
    public static Optional<Permission> needs(HandlerMethod handler) {
        Needs own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
        Needs needs =
                own == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class) : own;
        return needs == null
                ? Optional.ofNullable(FOREIGN.get(handler.getBeanType().getSimpleName()))
                : Optional.of(needs.value());
    }

    /** Every mapping with its handler. */
    public Map<RequestMappingInfo, HandlerMethod> all() {
        return mapping.obtain().getHandlerMethods();
    }

    /** What it takes to look at the page of that address; empty when there is none. */
    public Optional<Permission> ofPage(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return all().entrySet().stream()
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
                        && each.getKey().getPathPatternsCondition() != null
                        && each.getKey().getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern -> pattern.matches(asked)))
                .findFirst()
                .flatMap(each -> needs(each.getValue()));
    }
}
