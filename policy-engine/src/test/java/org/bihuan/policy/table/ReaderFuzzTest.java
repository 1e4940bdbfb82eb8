package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a table or a {@link TableFormatException}, soon, and nothing else happens. */
final class ReaderFuzzTest {
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</",
            "/>",
            "&lt;",
            "&#x0;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?x?>",
            "<!DOCTYPE a [",
            "<rule id=\"x\">",
            "</rule>",
            "<text>",
            "</text>",
            "<input>",
            "\"",
            "'",
            "=",
            " ",
            "\n",
            "not(",
            "(",
            ")",
            "[",
            "]",
            "..",
            ",",
            "-",
            "<=",
            ">=",
            "1",
            "0.5",
            "-7",
            "168",
            "true",
            "false",
            "null",
            "\"high\"",
            "\"",
            "\\",
            "certificate_validity_hours",
            "declared",
            "a",
            "function",
            "for",
            "java",
            ".",
            "1e9",
            "9999999999999999",
            "，",
            "高",
            "\u0000",
            "\uD800",
            "\u202E",
            "😀",
            "/*",
            "//",
            "{",
            "}",
            "@",
            "?");

    private final SplittableRandom random = Seeds.random("fuzz");

    @Test
    void A01_mutated_files() {
        byte[] example = ArrivalTable.bytes();
        int[] read = new int[1];
        assertTimeoutPreemptively(Duration.ofSeconds(60L * Seeds.rounds(1)), () -> {
            for (int round = 0; round < Seeds.rounds(2000); round++) {
                boolean cell = random.nextBoolean();
                byte[] file = cell ? withRandomCell(example) : example;
                for (int i = random.nextInt(3) + (cell ? 0 : 1); i > 0; i--) {
                    file = mutated(file);
                }
                read[0] += readsOrRefuses(file) ? 1 : 0;
            }
        });
        // Mutations that all break the XML would test nothing behind it
        assertThat(read[0]).isGreaterThan(10);
    }

    @Test
    void A02_random_cells() {
        assertTimeoutPreemptively(Duration.ofSeconds(60L * Seeds.rounds(1)), () -> {
            int[] parsed = new int[1];
            for (int round = 0; round < Seeds.rounds(200_000); round++) {
                StringBuilder cell = new StringBuilder();
                for (int i = 0; i <= random.nextInt(8); i++) {
                    cell.append(PIECES.get(random.nextInt(PIECES.size())));
                }
                parsed[0] += parsesOrRefuses(cell.toString()) ? 1 : 0;
            }
            assertThat(parsed[0]).isGreaterThan(1000);
        });
    }

    /** Reads, binds, checks and shows; whether the file was a table. */
    private static boolean readsOrRefuses(byte[] file) {
        try {
            TableDefinition table = DmnReader.read(new ByteArrayInputStream(file), "fuzz.dmn");
            ParameterValues parameters = ArrivalTable.parameters();
            assertThat(table.parameterNames()).allMatch(Names::isName);
            assertThat(TableText.render(table)).isNotEmpty();
            TableCheck.findings(table, parameters);
            return true;
        } catch (TableFormatException refused) {
            assertThat(refused.getMessage()).isNotEmpty().doesNotContainPattern("\\p{C}");
            return false;
        }
    }

    private static boolean parsesOrRefuses(String text) {
        try {
            CellTest test = Cell.of(text).test();
            assertThat(Cell.of(test.toString()).test()).isEqualTo(test);
            return true;
        } catch (TableFormatException refused) {
            assertThat(refused.code()).startsWith("table.");
            return false;
        }
    }

    /** A cell anew out of pieces, so that the XML holds and what lies behind it is tried. */
    private byte[] withRandomCell(byte[] file) {
        String xml = new String(file, StandardCharsets.UTF_8);
        int at = xml.indexOf("<inputEntry><text>", random.nextInt(xml.lastIndexOf("<inputEntry>"))) + 18;
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            cell.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        String escaped = cell.toString().replace("&", "&amp;").replace("<", "&lt;");
        return (xml.substring(0, at) + escaped + xml.substring(xml.indexOf("</text>", at)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] mutated(byte[] file) {
        int at = random.nextInt(file.length);
        int to = Math.min(file.length, at + random.nextInt(20));
        byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> joined(file, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 1 -> joined(file, at, new byte[0], to);
            case 2 -> joined(file, at, Arrays.copyOfRange(file, at, to), at);
            case 3 -> joined(file, at, piece, at);
            default -> joined(file, at, piece, to);
        };
    }

    /** The file up to a place, something else, and the file from another place. */
    private static byte[] joined(byte[] file, int until, byte[] middle, int from) {
        byte[] result = new byte[until + middle.length + file.length - from];
        System.arraycopy(file, 0, result, 0, until);
        System.arraycopy(middle, 0, result, until, middle.length);
        System.arraycopy(file, from, result, until + middle.length, file.length - from);
        return result;
    }
}
