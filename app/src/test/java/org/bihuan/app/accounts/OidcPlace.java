package org.bihuan.app.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A small OpenID provider: discovery, authorize, token and keys, with signed tokens that can be made wrong on purpose. */
final class OidcPlace implements AutoCloseable {
    static final String CLIENT = "bihuan-test";
    static final String SECRET = "between-the-two";

    private final HttpServer server;
    private final RSAKey key = key();
    private final RSAKey foreign = key();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    volatile String subject = "";
    volatile Wrong wrong = Wrong.NOTHING;
    volatile List<String> methods = List.of();

    /** What is wrong with the next token. */
    enum Wrong {
        NOTHING,
        ISSUER,
        AUDIENCE,
        NONCE,
        EXPIRED,
        KEY
    }

    OidcPlace() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, discovery()));
        server.createContext("/jwks", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"],"scopes_supported":["openid"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic"]}
                """.formatted(issuer());
    }

    private static Map<String, String> form(@Nullable String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : Objects.requireNonNullElse(text, "").split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                values.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String to = asked.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(Objects.requireNonNull(asked.get("state")), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", URI.create(to).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        String client =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (asked == null
                || !client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !hash(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
                || !Objects.equals(sent.get("redirect_uri"), asked.get("redirect_uri"))) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        boolean old = wrong == Wrong.EXPIRED;
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(wrong == Wrong.ISSUER ? "http://elsewhere.example" : issuer())
                .audience(wrong == Wrong.AUDIENCE ? "another-client" : CLIENT)
                .subject(subject)
                .issueTime(Date.from(old ? now.minusSeconds(7200) : now))
                .expirationTime(Date.from(old ? now.minusSeconds(3600) : now.plusSeconds(300)))
                .claim("nonce", wrong == Wrong.NONCE ? hash("another") : asked.get("nonce"))
                .claim("amr", methods)
                .build();
        json(
                exchange,
                200,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"" + signed(claims)
                        + "\"}");
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(wrong == Wrong.KEY ? foreign : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
