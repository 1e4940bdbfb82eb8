package org.bihuan.ledgers.value;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.kernel.DocumentKind;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.ledgers.file.SheetCell;

/**
 * Reads numbers of documents. A resident number that a spreadsheet has damaged is refused, never mended: Excel keeps 15
 * digits of 18 and forgets the others.
 */
final class DocumentReader {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{1,2}");
    private static final Pattern DIGITS = Pattern.compile("\\d{10,}[Xx]?");
    private static final DocumentKind[] WITH_LETTERS = {
        DocumentKind.FOREIGN_RESIDENT_ID,
        DocumentKind.HOME_RETURN_PERMIT,
        DocumentKind.EXIT_PERMIT,
        DocumentKind.PASSPORT
    };

    private DocumentReader() {}

    /** Kind and number, such as {@code resident-id/21030219860503123X}. */
    static Reading read(SheetCell cell) {
        String text = PlainText.of(cell.text()).replaceAll("^['‘’`]", "");
        boolean number = cell.kind() == SheetCell.Kind.NUMBER || cell.kind() == SheetCell.Kind.DATE;
        if (SCIENTIFIC.matcher(text).matches() || number) {
            return lost();
        }
        Optional<IdentityDocument> resident = IdentityDocument.recognise(text);
        if (resident.isPresent()) {
            return value(resident.get());
        }
        String code = PlainText.key(text);
        if (DIGITS.matcher(code).matches()) {
            return digits(code);
        }
        boolean hasLetter = code.codePoints().anyMatch(each -> each >= 'a' && each <= 'z');
        for (DocumentKind kind : WITH_LETTERS) {
            Optional<IdentityDocument> other = IdentityDocument.parse(kind, text);
            if (hasLetter && other.isPresent()) {
                return value(other.get());
            }
        }
        return Reading.wrong(
                "cell.document",
                "不是证件号码；身份证号18位，护照等写字母和数字",
                "is no document number: 18 characters for a resident card, letters and digits for a passport");
    }

    private static Reading digits(String code) {
        if (code.length() == 18 && code.endsWith("000")) {
            return lost();
        }
        if (code.length() != 18) {
            return Reading.wrong(
                    "cell.document-length",
                    "身份证号应为18位，这里是" + code.length() + "位；请照证件补全",
                    "a resident number has 18 characters and this has " + code.length()
                            + ": complete it from the card");
        }
        return Reading.wrong(
                "cell.document-check",
                "身份证号的校验位或出生日期不对，多半有一位写错；请照证件核对",
                "the check character or the day of birth of the resident number is wrong, most likely one digit: compare it with the card");
    }

    private static Reading lost() {
        return Reading.wrong(
                "cell.document-lost",
                "号码被当作数字，后几位已丢失；请把该列设为文本格式后照证件重填",
                "was kept as a number and has lost its last digits: format the column as text and enter it again from the card");
    }

    private static Reading value(IdentityDocument document) {
        return new Reading.Value(document.kind().word() + "/" + document.number());
    }
}
