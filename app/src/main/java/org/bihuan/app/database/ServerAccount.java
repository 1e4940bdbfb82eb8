package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.startup.StartupRefused;

/**
 * Under which account PostgreSQL's programs run. They refuse to run as root; root therefore starts them in a user
 * namespace of their own, or, where the system forbids that (many containers), as {@code nobody}.
 *
 * @param prefix words put before each command
 * @param owner the account that must own the data, empty when it is the one that runs this program
 */
record ServerAccount(List<String> prefix, Optional<String> owner) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Starts PostgreSQL as the one who runs this program. */
    static final ServerAccount SELF = new ServerAccount(List.of(), Optional.empty());

    /** Root in a namespace where it is nobody; files stay root's. */
    static final ServerAccount NAMESPACE = new ServerAccount(List.of("unshare", "--user"), Optional.empty());

    /** Another account of this machine, for root only. */
    static ServerAccount of(String user) {
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups"), Optional.of(user));
    }

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /** The first account of this machine that works. */
    static ServerAccount choose() {
        if (!isRoot()) {
            return SELF;
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        ServerAccount nobody = of("nobody");
        if (works(nobody)) {
            return nobody;
        }
        throw new StartupRefused(
                "database-as-root",
                "PostgreSQL 不能以 root 身份运行,而本机既不允许用户命名空间(unshare --user),也不允许切换到 nobody(setpriv)。" + "请改用普通用户运行本程序。",
                "PostgreSQL does not run as root, and this machine allows neither a user namespace (unshare --user) nor"
                        + " a change to nobody (setpriv). Run this program as an ordinary user.");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(arguments);
        return words;
    }

    /** Gives a folder and all in it to the account that runs the server. */
    void own(Path folder) {
        if (owner.isEmpty()) {
            return;
        }
        String user = owner.get();
        List<String> change = List.of("chown", "-R", user + ":" + group(user), folder.toString());
        Tool.Result given = Tool.run(change, LIMIT);
        if (!given.succeeded()
                || !Tool.run(command(Path.of("test"), List.of("-w", folder.toString())), LIMIT)
                        .succeeded()) {
            throw new StartupRefused(
                    "database-folder-unreachable",
                    "账户 " + user + " 无法写入数据目录 " + folder + "。请把 --bihuan.data 设到它能进入的目录,或以普通用户运行。" + given.output(),
                    "Account " + user + " cannot write to the data folder " + folder
                            + ". Set --bihuan.data to a folder it can enter, or run as an ordinary user. "
                            + given.output());
        }
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell which user runs this program", e);
        }
    }

    private static boolean works(ServerAccount account) {
        try {
            return Tool.run(account.command(Path.of("true"), List.of()), LIMIT).succeeded();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String group(String user) {
        return Tool.run(List.of("id", "-gn", user), LIMIT).output().strip();
    }
}
