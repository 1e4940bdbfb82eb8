package org.bihuan.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.bihuan.app.RunningServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first administrator: with the token of the start, once. */
@Tag("database")
class SetupTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer("--bihuan.data=" + folder());

    private static Path folder() {
        try {
            return Files.createTempDirectory("bihuan-setup");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theTokenOfThePrivateFileMakesOneAdministratorAndIsThenWorthNothing() throws IOException {
        SetupStore store = SERVER.bean(SetupStore.class);
        assertThat(store.find()).as("the start made one").isPresent();
        Path file = SERVER.bean(SetupFile.class).path();
        String address = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String token = address.substring("/setup?token=".length());
        Visitor visitor = new Visitor(SERVER);
        assertThat(visitor.get("/setup").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/setup?token=guess").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/setup?token=" + token).statusCode()).isEqualTo(200);
        Map<String, String> form = Map.of(
                "token", token, "city", "210300000000", "login", "first", "name", "管理员", "password", Visitor.PASSWORD);
        assertThat(visitor.post("/setup", Map.of("token", token, "city", "999", "login", "first"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.post("/setup", form).statusCode()).isEqualTo(302);
        assertThat(file).doesNotExist();
        assertThat(visitor.post("/setup", form).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/setup?token=" + token).statusCode()).isEqualTo(404);
        assertThat(visitor.logIn("first", Visitor.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/duties").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/api/subjects/person/x").statusCode()).isEqualTo(403);
    }
}
