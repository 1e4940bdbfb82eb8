package org.bihuan.city;

/** Whole numbers from 1 to 999 in Chinese numerals, as schools are numbered. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    static String of(int number) {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException("number is 1 to 999: " + number);
        }
        StringBuilder text = new StringBuilder();
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        if (hundreds > 0) {
            text.append(DIGITS.charAt(hundreds)).append('百');
        }
        if (tens > 0) {
            if (tens > 1 || hundreds > 0) {
                text.append(DIGITS.charAt(tens));
            }
            text.append('十');
        } else if (hundreds > 0 && ones > 0) {
            text.append('零');
        }
        if (ones > 0) {
            text.append(DIGITS.charAt(ones));
        }
        return text.toString();
    }
}
