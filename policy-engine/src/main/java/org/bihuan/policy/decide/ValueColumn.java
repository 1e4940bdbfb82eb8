package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One feature of many people: a code each, and a number where it has one. Grows; filled by one thread, read by many once
 * it is full.
 */
final class ValueColumn {
    /** Codes below the first word. */
    static final int NUMBER = 0;

    static final int UNKNOWN = 1;
    static final int BLOCKED = 2;
    static final int FIRST_WORD = 3;

    private static final int MOST_WORDS = 120;

    private final List<String> words = new ArrayList<>();
    private final Map<String, Byte> codes = new HashMap<>();
    private byte[] code;
    private double[] number = new double[0];

    ValueColumn(int expected) {
        this.code = new byte[Math.max(expected, 16)];
    }

    void put(int row, Seen seen) {
        if (row >= code.length) {
            code = Arrays.copyOf(code, code.length * 2);
        }
        switch (seen) {
            case Seen.Text text -> code[row] = codes.computeIfAbsent(text.value(), this::newWord);
            case Seen.Number each -> {
                if (row >= number.length) {
                    number = Arrays.copyOf(number, code.length);
                }
                code[row] = NUMBER;
                number[row] = each.value();
            }
            case Seen.Unknown _ -> code[row] = UNKNOWN;
            case Seen.Blocked _ -> code[row] = BLOCKED;
        }
    }

    /** Gives the row what another has. */
    void copy(int from, int row) {
        if (row >= code.length) {
            code = Arrays.copyOf(code, code.length * 2);
        }
        code[row] = code[from];
        if (from < number.length) {
            if (row >= number.length) {
                number = Arrays.copyOf(number, code.length);
            }
            number[row] = number[from];
        }
    }

    private byte newWord(String word) {
        if (words.size() >= MOST_WORDS) {
            throw new IllegalStateException("a column of more than " + MOST_WORDS + " words");
        }
        words.add(word);
        return (byte) (FIRST_WORD + words.size() - 1);
    }

    List<String> words() {
        return words;
    }

    byte[] codes() {
        return code;
    }

    double[] numbers() {
        return number;
    }
}
