package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are tables. Each case changes one place of the example. */
final class DmnReaderTest {
    private static final String EXAMPLE = new String(ArrivalTable.bytes(), StandardCharsets.UTF_8);

    @ParameterizedTest(name = "A01 {0}")
    @ValueSource(
            strings = {
                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                "https://www.omg.org/spec/DMN/20230324/MODEL/",
            })
    void A01_accepts_dmn_1_2_to_1_5(String namespace) {
        assertThat(read(EXAMPLE.replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace)))
                .isEqualTo(ArrivalTable.definition());
    }

    @Test
    void A02_prefixes_comments_diagrams_and_extensions_say_nothing() {
        String prefixed = EXAMPLE.replaceAll("<(/?)([a-zA-Z])", "<$1d:$2")
                .replace("xmlns=", "xmlns:d=")
                .replace("<d:decision id", "<!-- a comment --><d:decision id")
                .replace("</d:definitions>", """
                        <DMNDI xmlns="https://www.omg.org/spec/DMN/20191111/DMNDI/"><DMNDiagram/></DMNDI>\
                        </d:definitions>""")
                .replace("<d:decisionTable ", """
                        <d:extensionElements><x xmlns="urn:x"><y/></x></d:extensionElements>\
                        <d:decisionTable preferredOrientation="Rule-as-Row"\s""");
        assertThat(read(prefixed)).isEqualTo(ArrivalTable.definition());
    }

    @Test
    void A03_unique_is_the_hit_policy_when_none_is_written() {
        assertThat(read(EXAMPLE.replace(" hitPolicy=\"UNIQUE\"", "")).hitPolicy())
                .isEqualTo(HitPolicy.UNIQUE);
        assertThat(read(EXAMPLE.replace("\"UNIQUE\"", "\"RULE ORDER\"")).hitPolicy())
                .isEqualTo(HitPolicy.RULE_ORDER);
    }

    @ParameterizedTest(name = "A04 {0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UNIQUE                  | FIRST                          | table.hit-policy",
                "UNIQUE                  | COLLECT                        | table.hit-policy",
                "UNIQUE                  | unique                         | table.hit-policy",
                "`hitPolicy=\"UNIQUE\"`  | `hitPolicy=\"COLLECT\" aggregation=\"SUM\"` | table.aggregation",
                "/20191111/MODEL/        | /20151101/MODEL/               | table.dmn.namespace",
                "`encoding=\"UTF-8\"`    | `encoding=\"GB18030\"`         | table.xml.encoding",
                "<decision id            | <decisions id                  | table.xml.malformed",
                "<decision id=\"arrival\" | <decision                     | table.dmn.structure",
                "`id=\"high\"`           | ``                             | table.rule.id",
                "`id=\"red\"`            | `id=\"high\"`                  | table.rule.id",
                "`id=\"red\"`            | `id=\"1 2\"`                   | table.rule.id",
                "<annotation name=\"note\"/> | <annotation name=\"clause\"/> | table.annotation",
                "<annotation name=\"note\"/> | <annotation name=\"clauses\"/> | table.annotation",
                "<annotation name=\"note\"/> | ``                         | table.annotation",
                "<text>\"central\"</text> | <text>\"centrall\"</text>     | table.output.value",
                "<text>\"central\"</text> | <text>central</text>          | table.output.value",
                "<text>\"central\"</text> | <text>\"home\", \"free\"</text> | table.output.value",
                "<text>declared</text>   | <text>declared + 1</text>      | table.column.name",
                "<text>declared</text>   | <text>person.declared</text>   | table.column.name",
                "<text>declared</text>   | <text>undeclared</text>        | table.input.undeclared",
                "<text>declared</text>   | <text>code</text>              | table.column.type",
                "`\"low\", \"unknown\"`  | `\"low\"`                      | table.column.values",
                "`\"low\", \"unknown\"`  | `\"low\", unknown`             | table.cell.syntax",
                "href=\"#in-certificate_validity_hours\" | href=\"#in-code\" | table.dmn.structure",
                "href=\"#in-code\"       | href=\"http://a/b#in-code\"    | table.dmn.structure",
                "&lt; 0                  | now()                          | table.cell.syntax",
                "&lt; 0                  | &lt; nobody                    | table.input.undeclared",
                "&lt; 0                  | &lt; declared                  | table.cell.name",
                "<text>true</text>       | <text>true</text><text>1</text> | table.dmn.structure",
                "<text>-</text>          | <text/>                        | table.cell.syntax",
                "<inputEntry><text>true  | <inputEntry><text>-</text></inputEntry><inputEntry><text>true "
                        + "| table.rule.cells",
                "typeRef=\"boolean\"     | typeRef=\"feel:boolean\"       | table.column.type",
                "typeRef=\"boolean\"     | typeRef=\"date\"               | table.column.type",
                "<output name=\"measure\" typeRef=\"string\" | <output name=\"measure\" typeRef=\"number\" "
                        + "| table.column.type",
                "</output>               | </output><output/>             | table.dmn.structure",
                "</outputValues>         | </outputValues><defaultOutputEntry/> | table.dmn.element",
                "</decision>             | </decision><decision/>         | table.dmn.structure",
                "<decision id            | <import importType=\"x\"/><decision id | table.dmn.element",
                "<decision id            | <itemDefinition name=\"t\"/><decision id | table.dmn.element",
                "<decision id            | <businessKnowledgeModel/><decision id | table.dmn.element",
                "<decision id            | <xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"a\"/>"
                        + "<decision id | table.dmn.element",
                "<decisionTable          | <literalExpression/><decisionTable | table.dmn.element",
                "<decisionTable          | <invocation/><decisionTable    | table.dmn.element",
                "<decisionTable          | <functionDefinition kind=\"Java\"/><decisionTable | table.dmn.element",
                "<decisionTable          | <knowledgeRequirement/><decisionTable | table.dmn.element",
                "<requiredInput          | <requiredDecision/><requiredInput | table.dmn.element",
                "<inputEntry>            | <inputEntry expressionLanguage=\"urn:js\"> | table.dmn.language",
                "<inputExpression        | <inputExpression expressionLanguage=\"groovy\" | table.dmn.language",
                "<definitions            | <definitions expressionLanguage=\"http://www.w3.org/1999/XPath\" "
                        + "| table.dmn.language",
            })
    void A04_refuses(String from, String to, String code) {
        assertThat(EXAMPLE).contains(from);
        int at = EXAMPLE.indexOf(from);
        String changed = EXAMPLE.substring(0, at) + to + EXAMPLE.substring(at + from.length());
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(() -> read(changed))
                .satisfies(fault -> {
                    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
                    assertThat(fault.file()).isEqualTo("test.dmn");
                });
    }

    @Test
    void A05_feel_and_s_feel_are_the_languages() {
        for (String language : new String[] {
            "FEEL",
            "feel",
            "S-FEEL",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "http://www.omg.org/spec/DMN/20180521/FEEL/"
        }) {
            String changed = EXAMPLE.replace("<definitions", "<definitions expressionLanguage=\"" + language + "\"");
            assertThat(read(changed).id()).isEqualTo("arrival");
        }
    }

    @Test
    void A09_a_byte_order_mark_is_no_harm() {
        assertThat(read("\uFEFF" + EXAMPLE)).isEqualTo(ArrivalTable.definition());
    }

    @Test
    void A06_the_fault_names_file_table_rule_column_and_text() {
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(() -> read(EXAMPLE.replace("&lt; 0", "abs(x)")))
                .withMessage("test.dmn, table arrival, rule low-odd, column certificate_age, text 'abs(x)': "
                        + "at character 4: functions such as abs( ) are not allowed [table.cell.syntax]");
    }

    @Test
    void A07_a_stream_that_breaks_is_an_error_of_the_table() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatExceptionOfType(TableFormatException.class)
                .isThrownBy(() -> DmnReader.read(broken, "a.dmn"))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("table.file.read"));
    }

    @Test
    void A08_codes_are_different_and_plain() {
        assertThat(TableError.values())
                .extracting(TableError::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("table\\.[a-z.-]+"));
    }

    private static TableDefinition read(String xml) {
        return DmnReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "test.dmn");
    }
}
