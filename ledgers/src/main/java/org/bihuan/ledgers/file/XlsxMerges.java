package org.bihuan.ledgers.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the merged cells of an .xlsx sheet, of which the row reader says nothing. They stand behind all rows. */
final class XlsxMerges {
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final int MOST = 10_000;

    private XlsxMerges() {}

    /** @param relation id by which the workbook knows the sheet; nothing is found when the file leads nowhere */
    static List<MergedCells> read(Path path, String relation) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
            if (relations == null) {
                return List.of();
            }
            String text;
            try (InputStream in = zip.getInputStream(relations)) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            Matcher each = RELATION.matcher(text);
            while (each.find()) {
                if (each.group().contains("Id=\"" + relation + "\"")) {
                    Matcher target =
                            Pattern.compile("Target=\"/?(?:xl/)?([^\"]+)\"").matcher(each.group());
                    ZipEntry sheet = target.find() ? zip.getEntry("xl/" + target.group(1)) : null;
                    return sheet == null ? List.of() : merges(zip, sheet);
                }
            }
            return List.of();
        } catch (IOException | XMLStreamException e) {
            throw FileRefused.damaged(e);
        }
    }

    private static List<MergedCells> merges(ZipFile zip, ZipEntry sheet) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<MergedCells> merges = new ArrayList<>();
        try (InputStream in = zip.getInputStream(sheet)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext() && merges.size() < MOST) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    Matcher range = RANGE.matcher(String.valueOf(xml.getAttributeValue(null, "ref")));
                    if (range.matches()) {
                        merges.add(new MergedCells(
                                Integer.parseInt(range.group(2)) - 1,
                                column(range.group(1)),
                                Integer.parseInt(range.group(4)) - 1,
                                column(range.group(3))));
                    }
                }
            }
        }
        return merges;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
