package org.bihuan.bench.pages;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.bihuan.kernel.ResidentNumber;

/** Name, document and telephone of a made-up person. */
record Identity(String name, String document, String phone, LocalDate born) {
    private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private static final int FIRST_CHARACTER = 0x4E00;
    private static final int CHARACTERS = 2_500;
    private static final int DAYS = 25_000;
    private static final int SAME_DAY = 1_000;

    static Identity of(int number) {
        Random random = new Random(number * 31L + 5);
        LocalDate born = LocalDate.of(1935, 1, 1).plusDays(number / SAME_DAY % DAYS);
        String name = "" + FAMILY.charAt(random.nextInt(FAMILY.length())) + character(random) + character(random);
        return new Identity(
                name, document(born, number % SAME_DAY), String.format(Locale.ROOT, "139%08d", number), born);
    }

    private static char character(Random random) {
        return (char) (FIRST_CHARACTER + random.nextInt(CHARACTERS));
    }

    private static String document(LocalDate born, int sequence) {
        String body = String.format(Locale.ROOT, "210302%s%03d", born.toString().replace("-", ""), sequence);
        for (char check : "0123456789X".toCharArray()) {
            if (ResidentNumber.parse(body + check).isPresent()) {
                return body + check;
            }
        }
        throw new IllegalStateException(body);
    }
}
