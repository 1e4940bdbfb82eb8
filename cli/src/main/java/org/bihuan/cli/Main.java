package org.bihuan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.table.TableFormatException;

/**
 * Entry point: {@code judge}, {@code pack check|show}, {@code whatif}, {@code clauses}. Exit codes: 0 done; 1 the command line or the
 * input cannot be used; 2 a pack is unreadable, has a gap or overlap or breaks the law, or a setting is wrong.
 */
public final class Main {
    static final int DONE = 0;
    static final int UNUSABLE = 1;
    static final int BAD_PACK = 2;

    private Main() {}

    /** Runs the command and exits. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, System.in, out, err);
        out.flush();
        System.exit(code);
    }

    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        try {
            if (args.length == 0) {
                throw new UsageException("name a command: judge, pack check, pack show, whatif, clauses");
            }
            List<String> rest = Arrays.asList(args).subList(1, args.length);
            return switch (args[0]) {
                case "judge" -> new JudgeCommand(in, out, err).run(rest);
                case "pack" -> new PackCommand(out, err).run(rest);
                case "whatif" -> new WhatIfCommand(out, err).run(rest);
                case "clauses" -> new ClausesCommand(out, err).run(rest, Clock.systemUTC());
                default -> throw new UsageException("unknown command " + args[0]);
            };
        } catch (UsageException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (PackFormatException | TableFormatException e) {
            err.println(e.getMessage());
            return BAD_PACK;
        } catch (IOException | UncheckedIOException e) {
            err.println(String.valueOf(e.getMessage()));
            return UNUSABLE;
        }
    }
}
