package org.bihuan.app.notices;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A document as a PDF of one page, with its font inside. Thread-safe. */
@Component
class NoticePdf {
    private static final String FONT = "/fonts/NotoSansSC-Regular-subset.ttf";
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 24mm }
            body { font-family: 'Noto Sans SC'; font-size: 11pt; line-height: 1.6 }
            h1 { font-size: 18pt; text-align: center; font-weight: normal; margin: 0 0 4mm }
            .number { text-align: right; margin: 0 0 5mm }
            .last { text-align: right; margin-top: 8mm }
            .check { margin-top: 6mm; font-size: 9pt; line-height: 1.4 }
            p { margin: 0 0 2.5mm }
            img { width: 28mm; height: 28mm }
            """;

    private final NoticeSettings settings;
    private final People people;

    NoticePdf(NoticeSettings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    String link(Notice notice) {
        return settings.address() + "/check/" + notice.token();
    }

    byte[] render(Notice notice) {
        List<String> lines = notice.linesFor(people.name(notice.subject()));
        StringBuilder page = new StringBuilder("<html><head><style>")
                .append(STYLE)
                .append("</style><title>")
                .append(text(notice.number()))
                .append("</title></head><body><h1>")
                .append(text(lines.getFirst()))
                .append("</h1><p class='number'>")
                .append(text(notice.number()))
                .append("</p>");
        for (int i = 1; i < lines.size(); i++) {
            page.append(i == lines.size() - 1 ? "<p class='last'>" : "<p>")
                    .append(text(lines.get(i)))
                    .append("</p>");
        }
        page.append("<div class='check'><img alt='' src='")
                .append(CheckCode.of(link(notice)))
                .append("'/><br/>扫码核验 Scan to check<br/>")
                .append(text(link(notice)))
                .append("</div></body></html>");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(NoticePdf::font, "Noto Sans SC");
        builder.withHtmlContent(page.toString(), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** Five characters that XHTML minds; numbers for them, since the parser knows XML's names only. */
    private static String text(String line) {
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(each -> {
            if ("<>&\"'".indexOf(each) >= 0) {
                escaped.append("&#").append(each).append(';');
            } else if (each >= 0x20) {
                escaped.appendCodePoint(each);
            }
        });
        return escaped.toString();
    }

    private static InputStream font() {
        return Objects.requireNonNull(NoticePdf.class.getResourceAsStream(FONT), FONT);
    }
}
