package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;

/** A browser without a window: keeps cookies, sends the token of the page in every form, follows nothing by itself. */
public final class Visitor {
    public static final String PASSWORD = "a-long-Secret-7";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningServer server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    public Visitor(RunningServer server) {
        this.server = server;
    }

    /** Makes an account with the role at the region and logs it in. */
    public static Visitor as(RunningServer server, String role, String region) {
        String login = "visitor-" + role + "-" + region;
        if (server.bean(Accounts.class).findByLogin(login).isEmpty()) {
            add(server, login, role, region);
        }
        Visitor visitor = new Visitor(server);
        HttpResponse<String> answer = visitor.logIn(login, PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return visitor;
    }

    /** Makes an account. */
    public static void add(RunningServer server, String login, String role, String region) {
        Assignment as = new Assignment(Roles.builtIn().get(role), DivisionCode.of(region));
        assertThat(server.bean(Accounts.class).add(login, login, PASSWORD, List.of(as), false, "test"))
                .isInstanceOf(Accounts.Change.Done.class);
    }

    /** Makes an account with several roles, each as {@code role@region}. */
    public static void addWith(RunningServer server, String login, List<String> roles) {
        List<Assignment> all = roles.stream()
                .map(each -> each.split("@", 2))
                .map(each -> new Assignment(Roles.builtIn().get(each[0]), DivisionCode.of(each[1])))
                .toList();
        assertThat(server.bean(Accounts.class).add(login, login, PASSWORD, all, false, "test"))
                .isInstanceOf(Accounts.Change.Done.class);
    }

    public HttpResponse<String> logIn(String login, String password) {
        get("/login");
        return post("/login", Map.of("login", login, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(
                server.anonymous(path).header("Accept", path.startsWith("/api") ? "application/json" : "text/html"));
    }

    /** Sends a form with the token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token);
        return postWithoutToken(path, all);
    }

    /** Sends a form as another site would make the browser send it. */
    public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return send(server.anonymous(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form with a small file. */
    public HttpResponse<String> postFile(String path) {
        String part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("file", "; filename=\"a.csv\"", "a,b")
                + part.formatted("name", "", "a")
                + part.formatted("sender", "", "a")
                + part.formatted("drawnUp", "", "2020-07-26T08:00")
                + "--part--\r\n";
        return send(server.anonymous(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("X-XSRF-TOKEN", token)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends what a program sends: JSON, lines of JSON or a ledger, as the address takes it. */
    public HttpResponse<String> postData(String path, String body) {
        String type = path.endsWith("/stream")
                ? "application/x-ndjson"
                : path.startsWith("/api/ledgers") ? "text/csv" : "application/json";
        return send(server.anonymous(path)
                .header("Content-Type", type)
                .header("X-Bihuan-Client", "matrix")
                .header("Accept", path.endsWith("/stream") ? type : "application/json")
                .header("Idempotency-Key", "matrix")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends it with this browser's cookies; remembers the token of a page that comes back. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
