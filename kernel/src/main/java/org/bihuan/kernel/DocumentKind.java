package org.bihuan.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Kinds of document that say who somebody is. */
public enum DocumentKind {
    /** 居民身份证. */
    RESIDENT_ID(
            "resident-id",
            "[1-7]\\d{16}[\\dX]",
            true,
            "18位，末位为校验码，如11010519491231002X",
            "18 characters, the last one a check character, such as 11010519491231002X"),
    /** 港澳台居民居住证: numbered like a resident card, beginning with 81, 82 or 83. */
    RESIDENCE_PERMIT(
            "residence-permit",
            "8[123]\\d{15}[\\dX]",
            true,
            "18位，以81、82或83开头",
            "18 characters beginning with 81, 82 or 83"),
    /** 外国人永久居留身份证: since 2023 numbered like a resident card, before that three letters and twelve digits. */
    FOREIGN_RESIDENT_ID(
            "foreign-resident-id",
            "9\\d{16}[\\dX]|[A-Z]{3}\\d{12}",
            true,
            "以9开头的18位，或3个字母加12位数字",
            "18 characters beginning with 9, or three letters and twelve digits"),
    /** 护照, of any country. */
    PASSPORT("passport", "[A-Z0-9]{5,15}", false, "5至15位字母或数字", "5 to 15 letters or digits"),
    /** 港澳居民来往内地通行证: a letter and eight digits for the person; two more count the cards and are left out. */
    HOME_RETURN_PERMIT(
            "home-return-permit",
            "[HM]\\d{8}(\\d{2})?",
            false,
            "H或M加8位数字（其后2位换证次数可省略）",
            "H or M and 8 digits; the two digits that count the cards may be left out"),
    /** 台湾居民来往大陆通行证. */
    TAIWAN_PERMIT("taiwan-permit", "\\d{8}|\\d{10}[A-Z]?", false, "8位数字，旧式为10位", "8 digits, older ones 10"),
    /** 往来港澳、往来台湾通行证 of mainland residents. */
    EXIT_PERMIT(
            "exit-permit", "[CTLW][A-Z0-9]\\d{7}", false, "C、T、L或W开头的9位", "9 characters beginning with C, T, L or W"),
    /** 军人、武警证件: the word before the number belongs to it. */
    MILITARY_ID("military-id", "[\\p{IsHan}A-Z0-9]{4,20}", false, "4至20个汉字、字母或数字", "4 to 20 characters"),
    /** 其他证件. */
    OTHER("other-document", "[\\p{IsHan}A-Z0-9()./]{3,40}", false, "3至40个汉字、字母或数字", "3 to 40 characters");

    private final String word;
    private final Pattern form;
    private final boolean isChecked;
    private final String ruleInChinese;
    private final String ruleInEnglish;

    DocumentKind(String word, String form, boolean isChecked, String ruleInChinese, String ruleInEnglish) {
        this.word = word;
        this.form = Pattern.compile(form);
        this.isChecked = isChecked;
        this.ruleInChinese = ruleInChinese;
        this.ruleInEnglish = ruleInEnglish;
    }

    /** The kind of the word, as it stands in facts. */
    public static Optional<DocumentKind> parse(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Its word in facts. */
    public String word() {
        return word;
    }

    /** How its numbers look, in Chinese. */
    public String ruleInChinese() {
        return ruleInChinese;
    }

    /** How its numbers look, in English. */
    public String ruleInEnglish() {
        return ruleInEnglish;
    }

    /** The number in its one form, empty when it is none of this kind. */
    Optional<String> number(String plain) {
        if (!form.matcher(plain).matches()
                || isChecked
                        && plain.length() == 18
                        && ResidentNumber.parse(plain).isEmpty()) {
            return Optional.empty();
        }
        UnaryOperator<String> person = this == HOME_RETURN_PERMIT ? text -> text.substring(0, 9) : text -> text;
        return Optional.of(person.apply(plain));
    }
}
