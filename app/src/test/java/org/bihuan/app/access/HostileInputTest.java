package org.bihuan.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.authority.Endpoints;
import org.bihuan.app.authority.Role;
import org.bihuan.app.authority.Roles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Every address of the server, every parameter it takes and every field of every form, filled with what breaks programs that
 * are put together from text: nothing fails, nothing is changed, nothing comes back as it was sent.
 */
@Tag("database")
@Tag("once")
class HostileInputTest {
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]*? name=\"(\\w+)\"");
    private static final Set<String> ELSEWHERE =
            Set.of("/login", "/login/code", "/logout", "/error", "/clock", "/api/time"); // LogInTest, TimeMachineTest

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer("--bihuan.active-packs=anshan-2020");

    static Stream<String> hostile() {
        return Stream.of(
                "'; drop table duties.duty; --",
                "1' or '1'='1",
                "\\'); delete from facts.fact; --",
                "${7*7}#{7*7}%{7*7}",
                "\"><script>alert(1)</script>",
                "../../../../etc/passwd",
                "\u0000\u202e\ud800",
                "9".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void everyParameterOfEveryAddress(String text) {
        Map<Role, Visitor> visitors = new LinkedHashMap<>();
        for (String role : List.of("headquarters", "administrator", "security-officer")) {
            visitors.put(Roles.builtIn().get(role), Visitor.as(SERVER, role, "210300000000"));
        }
        long before = rows();
        Set<String> fields = fields();
        Set<String> wrong = new TreeSet<>();
        SERVER.bean(Endpoints.class)
                .all()
                .forEach((mapping, handler) -> mapping.getPatternValues().forEach(pattern -> {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        if (!ELSEWHERE.contains(pattern)) {
                            // who may not is told so before anything is read: MatrixTest
                            List<Role> may = visitors.keySet().stream()
                                    .filter(role -> Endpoints.needs(handler)
                                            .filter(role::may)
                                            .isPresent())
                                    .toList();
                            assertThat(may)
                                    .as("%s %s is tried by nobody", method, pattern)
                                    .isNotEmpty();
                            may.forEach(role -> tryOut(
                                    Objects.requireNonNull(visitors.get(role)),
                                    method,
                                    pattern,
                                    handler,
                                    fields,
                                    text,
                                    wrong));
                        }
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(rows()).as("tables are as they were").isEqualTo(before);
    }

    private static void tryOut(
            Visitor visitor,
            RequestMethod method,
            String pattern,
            HandlerMethod handler,
            Set<String> fields,
            String text,
            Set<String> wrong) {
        String path = pattern.replaceAll(
                "\\{\\w+}", encode(text.length() > 1_000 ? "9" : text).replace("+", "%20"));
        Map<String, String> all = new HashMap<>();
        parameters(handler).forEach(name -> all.put(name, text));
        HttpResponse<String> answer;
        if (method == RequestMethod.GET) {
            answer = visitor.get(path
                    + all.entrySet().stream()
                            .map(each -> each.getKey() + "=" + encode(each.getValue()))
                            .collect(Collectors.joining("&", "?", "")));
        } else if (pattern.startsWith("/api/")) {
            answer = visitor.postData(path, json(all, fields, text));
        } else if (pattern.equals("/imports") || pattern.equals("/forms")) {
            answer = visitor.postFile(path);
        } else {
            fields.forEach(name -> all.putIfAbsent(name, text));
            answer = visitor.post(path, all);
        }
        String tried = method + " " + pattern + " with " + text.substring(0, Math.min(40, text.length()));
        if (answer.statusCode() >= 500) {
            wrong.add(tried + ": " + answer.statusCode());
        }
        boolean isPage = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        for (String trace : List.of("PSQLException", "SQLState", "syntax error", "<script>alert")) {
            if (answer.body().contains(trace) && (isPage || !trace.startsWith("<"))) {
                wrong.add(tried + ": " + trace);
            }
        }
    }

    private static String json(Map<String, String> all, Set<String> fields, String text) {
        Map<String, String> body = new HashMap<>(all);
        fields.forEach(name -> body.putIfAbsent(name, text));
        for (String name : List.of("source", "key", "kind", "documentNumber", "one", "other", "purpose", "pack")) {
            body.putIfAbsent(name, text);
        }
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(body);
    }

    /** What the handler takes from the address or the form by name. */
    private static List<String> parameters(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .filter(each -> each.hasParameterAnnotation(RequestParam.class))
                .map(HostileInputTest::name)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation != null && !annotation.name().isEmpty()) {
            return annotation.name();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String name = parameter.getParameterName();
        return name == null || Map.class.isAssignableFrom(parameter.getParameterType()) ? "" : name;
    }

    /** Names of all fields that any form of the site has, but for the token. */
    private static Set<String> fields() {
        Path templates = Path.of("src/main/jte");
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> files = Files.walk(templates)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FIELD.matcher(Files.readString(file)).results().forEach(found -> fields.add(found.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(fields).contains("q", "reason", "person", "purpose", "login");
        return fields;
    }

    private static long rows() {
        return SERVER.database().jdbcOfOwner().sql("""
                        select (select count(*) from facts.fact) + (select count(*) from duties.duty) * 1000000
                             + (select count(*) from accounts.account) * 1000000000
                        """).query(Long.class).single();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
