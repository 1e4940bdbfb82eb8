package org.bihuan.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.database.TestDatabase;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole server on a free port and a database of its own, for a test class. Use it as a static field with
 * {@code @RegisterExtension} and mark the class with {@code @Tag("database")}.
 */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback, AsMachine {
    private static final RunningServer SHARED = new RunningServer();

    private final TestDatabase database = new TestDatabase();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String[] arguments;
    private String key = "";
    private @Nullable ConfigurableApplicationContext context;

    /**
     * Not started yet.
     *
     * @param arguments further arguments of the server
     */
    public RunningServer(String... arguments) {
        this.arguments = arguments;
    }

    /**
     * One server for all test classes of the run that only look. Marked and used like one of its own, as
     * {@code static final RunningServer server = RunningServer.shared();}
     */
    public static RunningServer shared() {
        return SHARED;
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        if (this == SHARED) {
            test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RunningServer.class, _ -> started(), AutoCloseable.class);
        } else {
            start();
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (this != SHARED) {
            stop();
        }
    }

    private AutoCloseable started() {
        start();
        return this::stop;
    }

    private void start() {
        database.open();
        String[] all = Stream.of(database.arguments(), arguments, new String[] {home(), "--server.port=0"})
                .flatMap(Stream::of)
                .toArray(String[]::new);
        context = SpringApplication.run(BihuanApplication.class, all);
        Assignment everything = new Assignment(Roles.builtIn().get("headquarters"), DivisionCode.of("210300000000"));
        key = bean(ServiceKeys.class).add("test", everything, Duration.ofDays(1), "test");
    }

    private static String home() {
        return "--bihuan.home=" + System.getProperty("bihuan.home", "..");
    }

    private void stop() {
        if (context != null) {
            context.close();
        }
        database.close();
    }

    public TestDatabase database() {
        return database;
    }

    /** A bean of the server. */
    public <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    public int port() {
        return Objects.requireNonNull(
                Objects.requireNonNull(context).getEnvironment().getProperty("local.server.port", Integer.class));
    }

    /** What a machine of the city's headquarters logs in with. */
    public String key() {
        return key;
    }

    /** A request of the city's headquarters to build on. */
    public HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", "Bearer " + key);
    }

    /** A request of nobody to build on. */
    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are, for requests that a well-behaved client does not make; returns the answer as text. */
    public String sendRaw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
