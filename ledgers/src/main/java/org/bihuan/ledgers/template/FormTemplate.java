package org.bihuan.ledgers.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bihuan.ledgers.export.SafeText;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.file.LedgerFile;

/**
 * A department's form: a workbook in which names of fields stand in braces, such as {@code 姓名：{name}}. Filling it
 * changes those places and nothing else; its layout, widths and print settings stay as the department made them.
 */
public final class FormTemplate {
    private static final Pattern FIELD = Pattern.compile("\\{([\\p{L}\\p{N}._-]{1,60})}");
    private static final Pattern TEXT = Pattern.compile("(<(?:\\w+:)?t(?: [^>]*)?>)([^<]*)(</(?:\\w+:)?t>)");

    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");

    private final Path path;
    private final Set<String> fields;

    private FormTemplate(Path path, Set<String> fields) {
        this.path = path;
        this.fields = Set.copyOf(fields);
    }

    /**
     * Opens a template.
     *
     * @param known names of fields that can be filled
     * @throws FileRefused when it is no workbook, names a field that nobody knows, or names none
     */
    public static FormTemplate open(Path path, FileLimits limits, Set<String> known) throws IOException {
        try (LedgerFile file = LedgerFile.open(path, limits)) {
            if (file.form() != LedgerFile.Form.XLSX) {
                throw new FileRefused(
                        "template.form", "模板须是.xlsx文件；请另存为.xlsx", "a template is an .xlsx file: save it as .xlsx");
            }
        }
        Set<String> fields = new LinkedHashSet<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (hasTexts(entry)) {
                    Matcher texts = TEXT.matcher(read(zip, entry));
                    while (texts.find()) {
                        FIELD.matcher(unescaped(texts.group(2))).results().forEach(field -> fields.add(field.group(1)));
                    }
                }
            }
        }
        Set<String> unknown = new LinkedHashSet<>(fields);
        unknown.removeAll(known);
        if (!unknown.isEmpty() || fields.isEmpty()) {
            String all = String.join("、", known.stream().sorted().toList());
            throw new FileRefused(
                    "template.fields",
                    (fields.isEmpty() ? "模板里没有花括号括起的字段名" : "模板里的字段" + unknown + "不认得") + "；可用的有：" + all,
                    (fields.isEmpty()
                                    ? "the template has no name of a field in braces"
                                    : "the template names unknown fields " + unknown)
                            + "; known are: " + all);
        }
        return new FormTemplate(path, fields);
    }

    /** Names of fields in it. */
    public Set<String> fields() {
        return fields;
    }

    /** Writes the form filled; a field without a value is left empty. */
    public void fill(Map<String, String> values, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile());
                ZipOutputStream filled = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                filled.putNextEntry(new ZipEntry(entry.getName()));
                if (hasTexts(entry)) {
                    filled.write(filled(read(zip, entry), values).getBytes(StandardCharsets.UTF_8));
                } else {
                    try (InputStream in = zip.getInputStream(entry)) {
                        in.transferTo(filled);
                    }
                }
            }
        }
    }

    private static String filled(String xml, Map<String, String> values) {
        return TEXT.matcher(xml).replaceAll(text -> {
            Matcher fields = FIELD.matcher(unescaped(text.group(2)));
            if (!fields.find()) {
                return Matcher.quoteReplacement(text.group());
            }
            String plain =
                    fields.replaceAll(field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), "")));
            // a cell that is nothing but a value could be run as a formula once it is copied elsewhere
            return Matcher.quoteReplacement(text.group(1) + escaped(SafeText.of(plain)) + text.group(3));
        });
    }

    /** Some programs write every character that is not ASCII as a number. */
    private static String unescaped(String xml) {
        return ENTITY.matcher(xml)
                .replaceAll(entity -> Matcher.quoteReplacement(
                        switch (entity.group(1)) {
                            case "amp" -> "&";
                            case "lt" -> "<";
                            case "gt" -> ">";
                            case "quot" -> "\"";
                            case "apos" -> "'";
                            default -> character(entity.group(1));
                        }));
    }

    private static String character(String entity) {
        int code = entity.startsWith("#x")
                ? Integer.parseInt(entity, 2, entity.length(), 16)
                : Integer.parseInt(entity, 1, entity.length(), 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length());
        value.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                default -> {
                    boolean allowed = each >= ' ' || each == '\n' || each == '\t';
                    text.append(allowed && each != 0xFFFE && each != 0xFFFF ? Character.toString(each) : " ");
                }
            }
        });
        return text.toString();
    }

    private static boolean hasTexts(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.endsWith("sharedstrings.xml") || name.startsWith("xl/worksheets/sheet");
    }

    private static String read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
