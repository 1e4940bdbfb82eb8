package org.bihuan.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.header.LedgerRow;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerHeaders;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.scenario.DecisionText;
import org.bihuan.policy.scenario.Scenarios;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county's workbook of those who work at a key source, with the six declared fields: read, and judged. */
class KeySourceLedgerTest {
    private static final Instant NOW = Instant.parse("2022-11-01T04:00:00Z");
    private static final LocalDate DRAWN_UP = LocalDate.of(2022, 11, 1);
    private static final String FIRST = "11010519491231002X";
    private static final String SECOND = "110101199003077651";
    private static final Path PACKS = Path.of(System.getProperty("bihuan.home", ".."), "packs");
    private static final Path JINCHENG = PACKS.resolve("jincheng-2022");
    private static final LoadedPack PACK = PackReader.read(PackFiles.ofFolder(JINCHENG), Desk.SHARED);

    @TempDir
    Path folder;

    private static void headers(Worksheet sheet) {
        Desk.row(sheet, 0, "泽州县郑州富士康返晋人员信息台账");
        Desk.row(
                sheet,
                1,
                "序号",
                "姓名",
                "身份证号",
                "重点来源",
                "具体工作地点",
                "返乡意愿",
                "对接人",
                "入账时间",
                "“晋来登”报备时间",
                "报备时间",
                "返程交通工具",
                "返程时间",
                "返程路线",
                "同乘人员",
                "近7日内核酸检测情况",
                "个人身体状况",
                "预计抵晋时间",
                "来源地",
                "目的地");
    }

    private Desk.Read read(Desk.SheetWriter rows) {
        Path path = Desk.xlsx(folder, sheet -> {
            headers(sheet);
            rows.write(sheet);
        });
        try (LedgerFile file = LedgerFile.open(path, FileLimits.USUAL)) {
            return Desk.read(
                    file, 0, LedgerHeaders.ofFolders(List.of(PACKS, JINCHENG), Desk.SHARED.columns()), DRAWN_UP, NOW);
        }
    }

    private static Object[] declared(String number, String source, String transport) {
        return new Object[] {
            1,
            "张三",
            number,
            source,
            "航空港区A区",
            "返乡",
            "王五",
            "10月29日 9:00",
            "10月31日 20:00",
            "10月31日 20:00",
            transport,
            "11月2日 6:00",
            "郑州航空港—泽州",
            "无",
            "10月30日阴性",
            "良好",
            "11月2日 10:00",
            "河南省郑州市中牟县",
            "山西省晋城市泽州县"
        };
    }

    @Test
    void theSixFieldsAndTheSourceComeOutOfTheWorkbook() {
        Desk.Read read = read(sheet -> Desk.row(sheet, 2, declared(FIRST, "郑州富士康", "自驾")));
        assertThat(read.rows()).hasSize(1);
        assertThat(read.rows().getFirst().errors()).isEmpty();
        assertThat(read.rows().getFirst().row().cells())
                .containsEntry("source", "zhengzhou-foxconn")
                .containsEntry("workplace", "航空港区A区")
                .containsEntry("wish", "return")
                .containsEntry("transport", "private-car")
                .containsEntry("route", "郑州航空港—泽州")
                .containsEntry("companions", "无")
                .containsEntry("testHistory", "10月30日阴性")
                .containsEntry("health", "well")
                .containsEntry("journeyAt", "2022-11-02T06:00:00+08:00")
                .containsEntry("arrivedAt", "2022-11-02T10:00:00+08:00");
    }

    @Test
    void aRowIsJudgedAsTheOrderSays() {
        LedgerRow row = read(sheet -> Desk.row(sheet, 2, declared(FIRST, "富士康", "大巴")))
                .rows()
                .getFirst();
        LedgerFacts.Result facts = new LedgerFacts(
                        Desk.SHARED.columns(),
                        PACK.catalogue(),
                        new FactReader(PACK.catalogue(), division -> true),
                        "ledger/test")
                .read(row.row(), NOW);
        assertThat(facts.errors()).isEmpty();
        SubjectId person = new SubjectId("person", row.row().cell("person"));
        Decision decision = Judge.decide(
                Dossier.of(person, facts.facts()),
                List.of(PackPolicy.of(PACK.pack(), List.of(), "test")),
                Pins.none(),
                NOW,
                Scenarios.HORIZON);
        assertThat(DecisionText.lines(decision, Desk.ZONE))
                .contains(
                        "because arrival-class/foxconn (S4-09 S4-12 S4-17)",
                        "because loop/declared (S4-12)",
                        "because key-source/wants-to-return (S4-13 S4-14 S4-15)",
                        "measure central-isolation 2022-11-02 10:00 → open (S4-20)",
                        "duty pre-declaration declare-in-app/1 met 2022-10-03 10:00 → 2022-11-02 10:00 community (S4-17)",
                        "duty liaison warning/1 open 2022-10-03 10:00 → 2022-11-02 10:00 community (S4-23)",
                        "refused parameter central-isolation-days in 140525000000 (S4-20 S4-30 S4-45)");
    }

    @Test
    void aSourceNobodyListedIsRefusedByItsHeaderAndTheOtherRowStands() {
        Desk.Read read = read(sheet -> {
            Desk.row(sheet, 2, declared(FIRST, "某电子厂", "自驾"));
            Desk.row(sheet, 3, declared(SECOND, "内蒙古返乡学生", "火车"));
        });
        assertThat(read.good()).hasSize(1);
        assertThat(Stream.of(read.rows().getFirst()).flatMap(row -> row.errors().stream()))
                .hasSize(1)
                .allSatisfy(error -> assertThat(error.field()).endsWith("重点来源"));
    }
}
