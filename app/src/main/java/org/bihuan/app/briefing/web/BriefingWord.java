package org.bihuan.app.briefing.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.bihuan.app.briefing.BriefingSheet;

/** A briefing as a Word file to go on editing: A4, a table a part. */
final class BriefingWord {
    private static final int A4_WIDTH = 11_906;
    private static final int A4_HEIGHT = 16_838;
    private static final int MARGIN = 1_134;
    private static final String FONT = "宋体";

    private final BriefingSheet sheet;
    private final BriefingWords words;

    BriefingWord(BriefingSheet sheet, BriefingWords words) {
        this.sheet = sheet;
        this.words = words;
    }

    byte[] bytes() {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(document);
            line(document, words.title(), 20, true).setAlignment(ParagraphAlignment.CENTER);
            line(document, words.times(), 10, false).setAlignment(ParagraphAlignment.CENTER);
            for (BriefingSheet.Part part : sheet.parts()) {
                line(document, words.of(part.title()), 13, true);
                table(document, part);
            }
            if (!sheet.corrections().isEmpty()) {
                line(document, words.text("briefing.corrections"), 13, true);
                sheet.corrections().forEach(each -> line(document, words.correction(each), 10, false));
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
    }

    private void table(XWPFDocument document, BriefingSheet.Part part) {
        XWPFTable table = document.createTable(part.rows().size(), 3);
        table.setWidth("100%");
        for (int i = 0; i < part.rows().size(); i++) {
            BriefingSheet.Row row = part.rows().get(i);
            String places = words.places(row);
            cell(
                    table.getRow(i).getCell(0),
                    words.of(row.line().label()) + (places.isEmpty() ? "" : "\n" + places),
                    false);
            String value = words.value(row.figure());
            cell(
                    table.getRow(i).getCell(1),
                    row.isCorrected() ? value + " → " + words.number(row.corrected()) : value,
                    row.isAlarm());
            cell(table.getRow(i).getCell(2), BriefingWords.change(row.figure()), false);
        }
    }

    private static void cell(XWPFTableCell cell, String text, boolean bold) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            XWPFRun run = run(paragraph, lines[i], i == 0 ? 11 : 9, bold);
            if (i + 1 < lines.length) {
                run.addBreak();
            }
        }
    }

    private static XWPFParagraph line(XWPFDocument document, String text, int size, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        run(paragraph, text, size, bold);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        return run;
    }
}
