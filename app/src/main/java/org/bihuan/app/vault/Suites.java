package org.bihuan.app.vault;

import java.util.List;
import org.bihuan.app.startup.StartupRefused;

/** All suites there are. */
final class Suites {
    private static final List<Suite> ALL = List.of(new AesSuite(), new SmSuite());

    private Suites() {}

    /** The suite of the number, as it stands before a sealed text. */
    static Suite of(byte number) {
        return ALL.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new SealBroken("no suite has the number " + number));
    }

    /** The suite that a setting names. */
    static Suite named(String word) {
        return ALL.stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new StartupRefused(
                        "keys-suite",
                        "bihuan.keys.suite=" + word + "：没有这种算法，请写 aes 或 sm。",
                        "bihuan.keys.suite=" + word + ": there is no such suite, write aes or sm."));
    }
}
