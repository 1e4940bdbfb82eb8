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
        boolean printed = delivery.channel() == Channel.PRINT;
        write(
                delivery.channel(),
                delivery.id() + (printed ? ".pdf" : ".json"),
                printed ? pdf.render(notice) : message(delivery, notice));
    }

    /** A short message, by SMS. */
    void hand(Message message) throws IOException {
        write(
                Channel.SMS,
                message.id() + ".json",
                json(message.id().toString(), Channel.SMS, message.phone(), message.text()));
    }

    private void write(Channel channel, String name, byte[] content) throws IOException {
        Path into = folder.resolve(channel.label());
        boolean isNew = !Files.isDirectory(folder);
        Files.createDirectories(into);
        if (isNew) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path aside = into.resolve(name + ".new");
        Files.write(aside, content);
        Files.move(aside, into.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] message(Delivery delivery, Notice notice) throws IOException {
        String to = people.phone(notice.subject()).orElseThrow(() -> new IOException("no telephone number is known"));
        return json(delivery.id().toString(), delivery.channel(), to, texts.message(notice, pdf.link(notice)));
    }

    private static byte[] json(String id, Channel channel, String to, String text) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("channel", channel.label());
        message.put("to", to);
        message.put("text", text);
        return JsonMapper.shared().writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    }
}
