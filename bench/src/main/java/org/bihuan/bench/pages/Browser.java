package org.bihuan.bench.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a browser does for one user, but for drawing: cookies, compression, redirects, the token of forms. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int LAST_GOOD = 399;
    private static final int FOUND = 302;

    private final String server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";
    private String menu = "";

    Browser(String server) {
        this.server = server;
    }

    void logIn(String login, String password) throws IOException, InterruptedException {
        get("/login");
        String body = "_csrf=" + token + "&login=" + login + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        menu = post("/login", body);
        if (!menu.contains("/logout")) {
            throw new IOException(login + " is not let in: " + menu.replaceAll("(?s)<[^>]*>|\\s+", " "));
        }
    }

    /** Whether the first page shows the way there. */
    boolean may(String path) {
        return menu.contains("\"" + path + "\"");
    }

    /** The first of the paths to which the first page shows the way; the last when to none. */
    String first(String... paths) {
        for (String path : paths) {
            if (may(path)) {
                return path;
            }
        }
        return paths[paths.length - 1];
    }

    String token() {
        return token;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    String post(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends a form without going on to the page that it leads to; whether it led to one. */
    boolean act(String path, String form) throws IOException, InterruptedException {
        return client.send(
                                request(path)
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(form))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == FOUND;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .header("Accept-Language", "zh-CN")
                .header("User-Agent", "bench");
    }

    /** The page, or its status when it is none. */
    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String to = answer.headers().firstValue("Location").orElse("");
        if (!to.isEmpty()) {
            return get(to.startsWith(server) ? to.substring(server.length()) : to);
        }
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = plain.readAllBytes();
            }
        }
        String page = new String(body, StandardCharsets.UTF_8);
        Matcher found = TOKEN.matcher(page);
        if (found.find()) {
            token = found.group(1);
        }
        return answer.statusCode() <= LAST_GOOD ? page : "status " + answer.statusCode();
    }
}
