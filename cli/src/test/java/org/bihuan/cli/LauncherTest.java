package org.bihuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.bihuan.cli.CommandLine.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher itself, as a process, in a folder of its own where the build is a script that talks a lot: only the
 * answer may come out, and in UTF-8 whatever the locale; the folder's name is Chinese and has a
 * space in it.
 */
final class LauncherTest {
    private static final String LEDGER = "person,arrivedAt,origin,originRisk,destination,occupation\r\n"
            + "张三𠮷,2020-07-20T10:00+08:00,210211000000,medium,210302000000,厨师\r\n";

    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void aCloneWhoseBuildIsAScript() throws IOException {
        home = Files.createDirectories(folder.resolve("克隆 clone"));
        Files.copy(CommandLine.HOME.resolve("bihuan"), home.resolve("bihuan"));
        Files.copy(CommandLine.HOME.resolve("pom.xml"), home.resolve("pom.xml"));
        Files.createDirectory(home.resolve("cli"));
        Files.copy(CommandLine.HOME.resolve("cli/pom.xml"), home.resolve("cli/pom.xml"));
        Files.createSymbolicLink(
                home.resolve("packs"),
                CommandLine.HOME.resolve("packs").toAbsolutePath().normalize());
        jar(home.resolve("program.jar"));
        Files.writeString(home.resolve("mvnw"), """
                echo "[INFO] talk that must not reach the answer"
                mkdir -p cli/target/lib && cp program.jar cli/target/bihuan-cli.jar
                """);
        Files.setPosixFilePermissions(home.resolve("bihuan"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A jar that only names the class path of this test. */
    private static void jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }

    private static Answer launch(String locale, String input, String... arguments)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(home.resolve("bihuan").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        builder.environment().put("LC_ALL", locale);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = builder.start().waitFor();
        return new Answer(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "zh_CN.GB18030", "no_SUCH.locale"})
    void chineseComesInAndGoesOutAsUtf8InEveryLocale(String locale) throws Exception {
        Answer answer = launch(locale, LEDGER, "judge", "--pack", CommandLine.ANSHAN, "--at", CommandLine.AT);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.only().at("/person").asString()).isEqualTo("张三𠮷");
        assertThat(answer.out()).isEqualTo(CommandLine.judge(LEDGER).out());
    }

    @Test
    void theFirstBuildTalksOnStandardErrorOnly() throws Exception {
        Files.writeString(home.resolve("cli/pom.xml"), "\n", StandardOpenOption.APPEND);
        Answer answer = launch("C", LEDGER, "judge", "--pack", CommandLine.ANSHAN, "--at", CommandLine.AT);
        assertThat(answer.err()).contains("talk that must not reach the answer", "building cli");
        assertThat(answer.out()).isEqualTo(CommandLine.judge(LEDGER).out());
    }

    @Test
    void argumentsAndFolderNamesMayBeChinese() throws Exception {
        Path facts = Files.writeString(folder.resolve("事实 一.ndjson"), """
                {"key":"k","kind":"arrival","subjects":[{"type":"person","id":"李四"}],"payload":\
                {"arrivedAt":"2020-07-20T10:00+08:00","origin":"210211000000","originRisk":"medium"}}
                """);
        Answer answer = launch(
                "C", "", "judge", "--pack", CommandLine.ANSHAN, "--at", CommandLine.AT, "--facts", facts.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.only().at("/person").asString()).isEqualTo("李四");
        assertThat(launch("POSIX", "", "pack", "check", "没有").err()).contains("没有: is not a folder");
    }

    @Test
    void exitCodesPassThrough() throws Exception {
        assertThat(launch("C", "", "judge", "--pack", CommandLine.ANSHAN).code())
                .isEqualTo(1);
        assertThat(launch("C", "", "pack", "check", "nowhere").code()).isEqualTo(2);
        Answer unknown = launch("C", "", "jugde");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("jugde");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNoSuccess() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$0\" judge --pack \"$1\" --at \"$2\" < \"$3\" > /dev/full",
                        home.resolve("bihuan").toString(),
                        CommandLine.ANSHAN,
                        CommandLine.AT,
                        Files.writeString(folder.resolve("in"), LEDGER).toString())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(builder.start().waitFor()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err"))).contains("cannot write the answer");
    }
}
