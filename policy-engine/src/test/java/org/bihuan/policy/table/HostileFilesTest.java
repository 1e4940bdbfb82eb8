package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hang the reader, fill the memory, read other files or run code: refused by name and at once. */
final class HostileFilesTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final String EXAMPLE = new String(ArrivalTable.bytes(), StandardCharsets.UTF_8);

    @Test
    void A01_billion_laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE definitions [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i <= 30; i++) {
            entities.append("<!ENTITY lol").append(i).append(" \"").append(("&lol" + (i - 1) + ";").repeat(10));
            entities.append("\">");
        }
        refuses(withDoctype(entities + "]>").replace("高风险", "&lol30;"), TableError.XML_DOCTYPE);
    }

    @Test
    void A02_an_entity_without_a_doctype() {
        refuses(EXAMPLE.replace("高风险", "&secret;"), TableError.XML_MALFORMED, TableError.XML_DOCTYPE);
    }

    @Test
    void A03_external_entity_reads_no_file(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top-secret");
        String doctype = "<!DOCTYPE definitions [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>";
        TableFormatException fault = refuses(withDoctype(doctype).replace("高风险", "&secret;"), TableError.XML_DOCTYPE);
        assertThat(fault.getMessage()).doesNotContain("top-secret");
    }

    @Test
    void A04_external_subset_and_parameter_entity_call_nobody() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            refuses(withDoctype("<!DOCTYPE definitions SYSTEM \"" + url + "\">"), TableError.XML_DOCTYPE);
            refuses(
                    withDoctype("<!DOCTYPE definitions [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>"),
                    TableError.XML_DOCTYPE);
            refuses(
                    EXAMPLE.replace(
                            "<definitions ",
                            "<definitions xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                                    + "xsi:schemaLocation=\"urn:a " + url + "\" expressionLanguage=\"" + url + "\" "),
                    TableError.DMN_LANGUAGE);
            server.setSoTimeout(200);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
        }
    }

    @Test
    void A05_deep_nesting() {
        refuses(EXAMPLE.replace("<text>declared</text>", "<a>".repeat(100_000)), TableError.XML_DEPTH);
        String inExtension = "<extensionElements>" + "<a>".repeat(100_000);
        refuses(EXAMPLE.replace("<decision ", inExtension + "<decision "), TableError.XML_DEPTH);
    }

    @Test
    void A06_a_cell_of_ten_megabytes_and_one_below_the_file_limit() {
        refuses(EXAMPLE.replace("&lt; 0", "1,".repeat(5_000_000)), TableError.FILE_SIZE);
        refuses(EXAMPLE.replace("&lt; 0", "1,".repeat(450_000)), TableError.CELL_LENGTH);
        refuses(EXAMPLE.replace("&lt; 0", "(".repeat(900)), TableError.CELL_SYNTAX);
        refuses(EXAMPLE.replace("&lt; 0", "not(".repeat(200)), TableError.CELL_SYNTAX);
    }

    @Test
    void A07_an_endless_stream_is_read_only_to_the_limit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThat(refuses(endless).error()).isEqualTo(TableError.FILE_SIZE);
    }

    @Test
    void A08_java_functions() {
        refuses(EXAMPLE.replace("<decision ", """
                        <businessKnowledgeModel id="b" name="b"><encapsulatedLogic kind="Java"><context>\
                        <contextEntry><variable name="class"/><literalExpression><text>"java.lang.Runtime"</text>\
                        </literalExpression></contextEntry></context></encapsulatedLogic></businessKnowledgeModel>\
                        <decision\s"""), TableError.DMN_ELEMENT);
        refuses(
                EXAMPLE.replace("&lt; 0", "function() external {java: {class: \"java.lang.System\"}}"),
                TableError.CELL_SYNTAX);
        refuses(EXAMPLE.replace("&lt; 0", "java.lang.System.exit(1)"), TableError.CELL_SYNTAX);
    }

    @Test
    void A09_too_many_elements_attributes_and_broken_bytes() {
        refuses(EXAMPLE.replace("<decision ", "<a/>".repeat(200_000) + "<decision "), TableError.LIMIT);
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        refuses(EXAMPLE.replace("<definitions", "<definitions" + attributes), TableError.XML_MALFORMED);
        byte[] broken = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        broken[broken.length / 2] = (byte) 0xC3;
        assertThat(refuses(new ByteArrayInputStream(broken)).error()).isEqualTo(TableError.XML_ENCODING);
        assertThat(refuses(new ByteArrayInputStream(new byte[0])).error()).isEqualTo(TableError.XML_MALFORMED);
        assertThat(refuses(new ByteArrayInputStream(EXAMPLE.getBytes(StandardCharsets.UTF_16)))
                        .error())
                .isEqualTo(TableError.XML_ENCODING);
    }

    @Test
    void A10_no_message_carries_control_characters_or_whole_files() {
        refuses(EXAMPLE.replace("version=\"1.0\"", "version=\"1.0\u0085\""), TableError.XML_MALFORMED);
        refuses(
                EXAMPLE.replace("<text>declared</text>", "<text>a\u0085" + "b".repeat(5000) + "</text>"),
                TableError.COLUMN_NAME);
        refuses(EXAMPLE.replace("id=\"high\"", "id=\"high\u202E\""), TableError.RULE_ID);
    }

    private static String withDoctype(String doctype) {
        return EXAMPLE.replace("<definitions ", doctype + "<definitions ");
    }

    private static TableFormatException refuses(String xml, TableError... errors) {
        TableFormatException fault = refuses(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(fault.error()).as(fault.getMessage()).isIn((Object[]) errors);
        assertThat(fault.getMessage()).hasSizeLessThan(1000).doesNotContainPattern("\\p{C}");
        return fault;
    }

    private static TableFormatException refuses(InputStream file) {
        return assertTimeoutPreemptively(AT_ONCE, () -> {
            try {
                throw new AssertionError("accepted: " + DmnReader.read(file, "hostile.dmn"));
            } catch (TableFormatException fault) {
                return fault;
            }
        });
    }
}
