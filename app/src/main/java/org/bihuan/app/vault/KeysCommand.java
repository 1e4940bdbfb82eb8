package org.bihuan.app.vault;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.database.CommandDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * {@code keys show}, {@code keys new} and {@code keys drop N}: the master keys in their file. A new one takes over at the
 * next start of the server; the old one can be dropped when no key in the database names it. Exit status 0 when done, 1
 * when refused, 2 when the question was wrong.
 */
public final class KeysCommand {
    private static final String USAGE = """
            用法 usage: ./bihuan keys show|new [--data DIR]
                        ./bihuan keys drop N [--data DIR]
            show  各主密钥保护多少数据密钥  how many data keys each master key wraps
            new   生成新的主密钥，服务下次启动时接替  make a new master key, which takes over at the next start
            drop  删除不再使用的主密钥  remove a master key that wraps nothing any more
            """;

    private final PrintStream out;
    private final PrintStream err;

    /** A command that writes its answer to one stream and what went wrong to the other. */
    public KeysCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The settings of the keys as a bean. */
    @EnableConfigurationProperties(KeySettings.class)
    static class Settings {}

    /**
     * Runs the command.
     *
     * @param arguments what stands behind {@code keys}
     * @return exit status
     */
    public int run(List<String> arguments) {
        List<String> settings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String each = arguments.get(i);
            if (each.startsWith("--") && each.contains("=")) {
                settings.add(each);
            } else if (each.equals("--data") && i + 1 < arguments.size()) {
                settings.add("--bihuan.data=" + arguments.get(++i));
            } else {
                words.add(each);
            }
        }
        boolean drop = words.size() == 2
                && words.getFirst().equals("drop")
                && words.getLast().matches("[1-9]\\d{0,8}");
        if (!drop && !words.equals(List.of("show")) && !words.equals(List.of("new"))) {
            err.print(USAGE);
            return 2;
        }
        return CommandDatabase.use(
                settings,
                err,
                List.of(KeyStore.class, Settings.class),
                beans -> answer(words, beans.getBean(KeySettings.class), beans.getBean(KeyStore.class)));
    }

    private int answer(List<String> words, KeySettings settings, KeyStore store) {
        String master = settings.master();
        if (!words.getFirst().equals("show") && master != null && !master.isBlank()) {
            err.println("主密钥来自环境变量，请在那里更换。 The master keys come from the environment: change them there.");
            return 1;
        }
        MasterKeys keys = settings.load(store.indexKey().isPresent());
        MasterKeyFile file = new MasterKeyFile(settings.file());
        switch (words.getFirst()) {
            case "new" -> {
                MasterKeys more = keys.withNewest();
                file.replace(more);
                out.println("主密钥 " + more.newest() + " 已写入 " + file.path() + "，请另行备份，再重启服务。 Master key " + more.newest()
                        + " is in " + file.path() + ": back it up apart from the data, then start the server again.");
                return 0;
            }
            case "drop" -> {
                return drop(Integer.parseInt(words.getLast()), keys, file, store);
            }
            default -> {
                for (int number : keys.numbers()) {
                    out.println(number + ": " + wraps(number, store));
                }
                return 0;
            }
        }
    }

    private int drop(int number, MasterKeys keys, MasterKeyFile file, KeyStore store) {
        boolean isThere = false;
        for (int each : keys.numbers()) {
            isThere |= each == number;
        }
        if (!isThere || number == keys.newest() || wraps(number, store) > 0) {
            err.println("主密钥 " + number + " 不能删除：" + (isThere ? "它仍在使用。请先启动服务，等密钥重新包装完。" : "没有这一号。")
                    + " Master key " + number + " cannot be dropped: "
                    + (isThere
                            ? "it is in use. Start the server first and let it wrap all keys anew."
                            : "there is no such key."));
            return 1;
        }
        file.replace(keys.without(number));
        out.println("主密钥 " + number + " 已删除；用它保护的旧备份从此读不出个人信息。 Master key " + number
                + " is gone; personal data in older backups that it wraps can no longer be read.");
        return 0;
    }

    private static long wraps(int number, KeyStore store) {
        long keys = store.indexKey().filter(each -> each.master == number).isPresent() ? 1 : 0;
        for (KeyCount each : store.count()) {
            keys += each.master() == number ? each.keys() : 0;
        }
        return keys;
    }
}
