package org.bihuan.app.orders;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.database.CommandDatabase;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.WhatIf;
import org.bihuan.policy.decide.WhatIfReport;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.NeedsReader;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.table.TableFormatException;

/**
 * {@code whatif --people db}: a draft asked about everybody in a database, read beside the server and without names, by the lists,
 * response levels, sources, values and signals that the server knows. Exit
 * status 0 when answered, 1 when the question was wrong, 2 when a pack or the database cannot be used.
 */
public final class WhatIfCommand {
    private static final String USAGE = """
            用法 usage: ./bihuan whatif --pack NEW --against OLD --people db --at TIME [--set NAME=VALUE]... [--data DIR]
            只读数据库（人员、名单、响应级别、重点来源、已设数值、信号），只出人数，不出姓名
            reads the database (people, lists, response levels, sources, values set, signals), tells numbers and no names
            """;

    private final Path packs;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A command.
     *
     * @param packs folder of the packs that come with the program
     * @param out gets the answer
     * @param err gets what went wrong
     */
    public WhatIfCommand(Path packs, PrintStream out, PrintStream err) {
        this.packs = packs;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param arguments what stands behind {@code whatif}
     * @return exit status
     */
    public int run(List<String> arguments) {
        WhatIfOptions asked;
        try {
            asked = WhatIfOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println("不认识或缺少 " + e.getMessage() + "。 Cannot use, or lacks: " + e.getMessage() + ".");
            err.print(USAGE);
            return 1;
        }
        Path empty = withoutData(asked.settings()).orElse(null);
        if (empty != null) {
            err.println("数据目录 " + empty + " 里没有数据库，请核对 --data。 There is no database in " + empty + ": check --data.");
            return 2;
        }
        try {
            return answer(read(asked.old()), read(asked.fresh()), asked);
        } catch (PackFormatException | TableFormatException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private int answer(LoadedPack old, LoadedPack fresh, WhatIfOptions asked) {
        Map<String, FactCatalogue.Kind> kinds = new HashMap<>(old.catalogue().kinds());
        kinds.putAll(fresh.catalogue().kinds());
        return CommandDatabase.use(asked.settings(), err, WhatIfDatabase.parts(), beans -> {
            WhatIfDatabase database = beans.getBean(WhatIfDatabase.class);
            KnownLevels levels = database.levels();
            PackPolicy before = policy(old, asked, database, levels);
            PackPolicy after = policy(fresh, asked, database, levels);
            WhatIf whatIf = new WhatIf(before, after, asked.at());
            long people = database.everybody(new FactCatalogue(kinds), List.of(old.pack(), fresh.pack()), whatIf::add);
            new WhatIfReport(before, after, NeedsReader.ofFolder(packs))
                    .lines(whatIf.run(Runtime.getRuntime().availableProcessors()))
                    .forEach(out::println);
            err.printf(Locale.ROOT, "%,d subjects, %,d episodes%n", people, whatIf.size());
            return 0;
        });
    }

    /** What is asked for counts before what the database has. */
    private static PackPolicy policy(
            LoadedPack loaded, WhatIfOptions asked, WhatIfDatabase database, KnownLevels levels) {
        List<ParameterSetting> settings = new ArrayList<>(database.settings(loaded.pack()));
        List<ParameterSetting> wanted = SettingText.readKnown(asked.sets(), loaded.pack(), asked.at());
        settings.removeIf(each -> wanted.stream()
                .anyMatch(other -> other.parameter().equals(each.parameter())
                        && (other.division() == null || other.division().equals(each.division()))));
        settings.addAll(wanted);
        return PackPolicy.of(loaded.pack(), settings, "what-if")
                .withinJurisdiction()
                .withLevels(levels);
    }

    private LoadedPack read(Path folder) {
        PackFiles files = PackFiles.ofFolder(folder);
        return PackReader.read(
                files, Files.isDirectory(folder) ? SharedFiles.besides(folder, packs) : SharedFiles.ofFolder(packs));
    }

    /** The data folder that was named and holds no database; a command that reads must not make one. */
    private static Optional<Path> withoutData(List<String> settings) {
        String data = "--bihuan.data=";
        boolean elsewhere = settings.stream().anyMatch(each -> each.startsWith("--bihuan.database.url="));
        return settings.stream()
                .filter(each -> !elsewhere && each.startsWith(data))
                .map(each -> Path.of(each.substring(data.length())))
                .filter(each -> !Files.isDirectory(each.resolve("postgresql")))
                .findFirst();
    }
}
