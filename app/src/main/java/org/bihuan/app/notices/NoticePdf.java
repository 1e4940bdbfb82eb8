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
            .check { margin-top: 6mm; width: 100%; font-size: 9pt; line-height: 1.4 }
            td { width: 50%; vertical-align: top }
            p { margin: 0 0 2.5mm }
            img { width: 28mm; height: 28mm }
            """;

    private final NoticeSettings settings;
    private final People people;
    private final WhyLinks whyLinks;
    private final SealedWords words;

    NoticePdf(NoticeSettings settings, People people, WhyLinks whyLinks, SealedWords words) {
        this.settings = settings;
        this.people = people;
        this.whyLinks = whyLinks;
        this.words = words;
    }

    String link(Notice notice) {
        return settings.address() + "/check/" + notice.token();
    }

    byte[] render(Notice notice) {
        List<String> lines = words.into(notice, notice.linesFor(people.name(notice.subject())));
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
        page.append("<table class='check'><tr>");
        code(page, link(notice), "扫码核验 Scan to check");
        whyLinks.of(notice).map(whyLinks::address).ifPresent(why -> code(page, why, "为什么、怎样申诉 Why, and how to appeal"));
        page.append("</tr></table></body></html>");
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

    private static void code(StringBuilder page, String address, String means) {
        page.append("<td><img alt='' src='")
                .append(CheckCode.of(address))
                .append("'/><br/>")
                .append(text(means))
                .append("<br/>")
                .append(text(address))
                .append("</td>");
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
