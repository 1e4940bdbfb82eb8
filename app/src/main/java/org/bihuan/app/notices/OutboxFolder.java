package org.bihuan.app.notices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands deliveries over as files, a folder for each channel, for a printer's queue or a sender of messages to pick up:
 * {@code print/ID.pdf}, {@code sms/ID.json}. The same delivery gives the same file, however often it is handed over.
 * Thread-safe.
 */
@Component
class OutboxFolder {
    private final Path folder;
    private final NoticeTexts texts;
    private final NoticePdf pdf;
    private final People people;

    OutboxFolder(NoticeSettings settings, NoticeTexts texts, NoticePdf pdf, People people) {
        this.folder = settings.outbox();
        this.texts = texts;
        this.pdf = pdf;
        this.people = people;
    }

    /** @throws IOException when the file cannot be written */
    void hand(Delivery delivery, Notice notice) throws IOException {
        Path into = folder.resolve(delivery.channel().label());
        boolean isNew = !Files.isDirectory(folder);
        Files.createDirectories(into);
        if (isNew) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        boolean printed = delivery.channel() == Channel.PRINT;
        byte[] content = printed ? pdf.render(notice) : message(delivery, notice);
        Path target = into.resolve(delivery.id() + (printed ? ".pdf" : ".json"));
        Path aside = into.resolve(delivery.id() + ".new");
        Files.write(aside, content);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] message(Delivery delivery, Notice notice) throws IOException {
        String to = people.phone(notice.subject()).orElseThrow(() -> new IOException("no telephone number is known"));
        Map<String, String> message = new LinkedHashMap<>();
        message.put("id", delivery.id().toString());
        message.put("channel", delivery.channel().label());
        message.put("to", to);
        message.put("text", texts.message(notice, pdf.link(notice)));
        return JsonMapper.shared().writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    }
}
