package org.bihuan.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bihuan.exchange.ListRefused;
import org.bihuan.exchange.NationalList;
import org.bihuan.exchange.RiskSchemes;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.risk.AreaResolver;
import org.bihuan.places.risk.Resolution;
import org.bihuan.places.risk.RiskScheme;
import org.bihuan.policy.level.OwnLevels;
import org.bihuan.policy.level.WrittenLevels;
import org.bihuan.policy.level.WrittenLists;

/** The national list as it was published, by names. A name that is not certainly a whole division counts for nothing and is named. */
final class PublishedLists {
    private static final String SERIES = "national";

    private final ZoneId zone;
    private final PrintStream err;

    PublishedLists(ZoneId zone, PrintStream err) {
        this.zone = zone;
        this.err = err;
    }

    /** The file unpacked; nothing where it cannot be read, which whoever reads it next will say. */
    static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean isPacked = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
            return isPacked ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Whether it is a published list; a file of our own may begin with a brace too. */
    static boolean isOne(byte[] bytes) {
        return NationalList.isOne(bytes) && new String(bytes, StandardCharsets.UTF_8).contains("\"highlist\"");
    }

    WrittenLevels read(byte[] published) {
        RiskScheme scheme = RiskSchemes.read(RiskSchemes.file(), "schemes")
                .values()
                .iterator()
                .next();
        NationalList list = list(published, scheme);
        AreaResolver resolver = new AreaResolver(Divisions.load(), Map.of(), (place, name) -> List.of());
        List<WrittenLists.Line> lines = new ArrayList<>();
        for (NationalList.Line each : list.lines()) {
            Resolution where = resolver.resolve(each.name());
            if (where instanceof Resolution.Whole whole && whole.place().isDivision()) {
                lines.add(new WrittenLists.Line(each.level(), whole.place().division()));
            } else {
                err.println(
                        "not counted 未计入\t" + each.level() + "\t" + each.name().shown() + "\t" + why(where));
            }
        }
        err.printf(
                Locale.ROOT,
                "%1$,d of %2$,d areas of the list count; 名单%2$,d处中计入%1$,d处%n",
                lines.size(),
                list.lines().size());
        lines.sort(Comparator.comparingInt(each -> scheme.rank(each.level())));
        return new WrittenLevels(
                new WrittenLists(List.of(new WrittenLists.Written(
                        SERIES,
                        scheme.id(),
                        list.effectiveAt()
                                .orElseThrow(() -> new UsageException(
                                        "the list does not say when it is in force (end_update_time); 名单没有写发布时间")),
                        scheme.otherwise(),
                        lines))),
                OwnLevels.NONE);
    }

    private NationalList list(byte[] published, RiskScheme scheme) {
        try {
            return NationalList.read(published, scheme, zone);
        } catch (ListRefused e) {
            throw new UsageException(e.wording().en() + "; " + e.wording().zh());
        }
    }

    private static String why(Resolution where) {
        return switch (where) {
            case Resolution.Whole _, Resolution.Part _ -> "a part of a place 一个地方的一部分";
            case Resolution.Ambiguous _ -> "more than one place is called so 同名多处";
            case Resolution.Unknown _ -> "no such place is known 没有这个地名";
        };
    }
}
