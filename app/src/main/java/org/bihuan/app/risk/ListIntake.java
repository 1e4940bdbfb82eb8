package org.bihuan.app.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bihuan.exchange.ListRefused;
import org.bihuan.exchange.NationalList;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Lists as files: the national list in JSON (also packed), Excel, CSV. Thread-safe. */
@Service
public class ListIntake {
    private static final int MOST_BYTES = 50 << 20;

    private final RiskLists lists;
    private final RiskSettings settings;
    private final ZoneId zone;

    ListIntake(RiskLists lists, RiskSettings settings, @Value("${bihuan.zone}") ZoneId zone) {
        this.lists = lists;
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * What somebody says about a list beyond its file.
     *
     * @param series whose list it is
     * @param scheme how it grades
     * @param effectiveAt the moment it is in force from, where the file does not say
     * @param stated figures that were typed or printed about it, by name
     * @param source where it comes from, in words
     */
    public record Said(
            String series, String scheme, Optional<Instant> effectiveAt, Map<String, Long> stated, String source) {
        public Said {
            stated = Map.copyOf(stated);
        }
    }

    /**
     * Takes a list in, all of it or nothing.
     *
     * @throws RiskRefused when it cannot be taken
     * @throws org.bihuan.ledgers.file.FileRefused when the file is damaged or of no known kind
     */
    public Publication take(Path file, Said said, Instant now, String by) {
        return lists.take(
                said.series(),
                said.scheme(),
                read(file, said),
                said.effectiveAt(),
                said.stated(),
                said.source(),
                now,
                by);
    }

    private Draft read(Path file, Said said) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
                try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
                    bytes = packed.readNBytes(MOST_BYTES);
                }
            }
            if (NationalList.isOne(bytes)) {
                return Draft.of(NationalList.read(bytes, settings.scheme(said.scheme()), zone));
            }
        } catch (ListRefused e) {
            throw new RiskRefused(e.wording().zh(), e.wording().en());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file", e);
        }
        try (LedgerFile sheet = LedgerFile.open(file, FileLimits.USUAL)) {
            return SheetList.read(sheet, settings.scheme(said.scheme()));
        }
    }
}
