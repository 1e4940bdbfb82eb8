package org.bihuan.policy.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DocumentKind;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Documents and telephones in a fact: brought to one form, or refused when they are damaged. What is sealed was checked
 * before it was sealed.
 */
public final class PersonalForms {
    private PersonalForms() {}

    static void check(FactCatalogue.Kind kind, Map<String, FieldValue> fields, List<FieldError> errors) {
        for (FactCatalogue.Field field : kind.fields().values()) {
            FactCatalogue.Form form = field.form();
            if (form == null
                    || !(fields.get(field.name()) instanceof FieldValue.Text text)
                    || SealedText.is(text.value())) {
                continue;
            }
            switch (form) {
                case NAME -> {} // any text is a name
                case PHONE -> {
                    if (PhoneNumber.list(text.value()).isEmpty()) {
                        errors.add(FieldError.of(
                                field.name(),
                                text.value(),
                                "field.phone",
                                "必须是电话号码：手机11位，座机带区号，国外以+开头",
                                "must be a telephone number: a mobile of 11 digits, a landline with area code, or + and"
                                        + " country code"));
                    }
                }
                case PLATE -> {
                    if (NumberPlate.parse(text.value()).isEmpty()) {
                        errors.add(
                                FieldError.of(
                                        field.name(),
                                        text.value(),
                                        "field.plate",
                                        "必须是车牌号：4至12个汉字、字母或数字，如辽A12345",
                                        "must be a number plate: 4 to 12 letters, digits or Chinese characters, such as 辽A12345"));
                    }
                }
                case DOCUMENT, CLAIMED_DOCUMENT -> checkDocument(field, text.value(), fields, errors);
            }
        }
    }

    private static void checkDocument(
            FactCatalogue.Field field, String text, Map<String, FieldValue> fields, List<FieldError> errors) {
        DocumentKind said = said(field, fields);
        if (document(field, text, fields).isPresent()) {
            return;
        }
        if (said == null) {
            errors.add(FieldError.of(
                    field.name(),
                    text,
                    "field.document",
                    "不是有效的居民身份证号（18位，末位校验）；其他证件请填写" + field.kindField(),
                    "is no resident number (18 characters with a check character); for another document say "
                            + field.kindField()));
        } else {
            errors.add(FieldError.of(
                    field.name(),
                    text,
                    "field.document",
                    "证件号码不对：" + said.ruleInChinese() + "。表格软件会损坏长号码，请按文本格式填写",
                    "is damaged: " + said.ruleInEnglish()
                            + ". Spreadsheets damage long numbers: format the column as text"));
        }
    }

    /** The document that the field names, empty when it names none or is sealed. */
    public static Optional<IdentityDocument> document(
            FactCatalogue.Field field, String text, Map<String, FieldValue> fields) {
        if (SealedText.is(text)) {
            return Optional.empty();
        }
        DocumentKind said = said(field, fields);
        return said == null ? IdentityDocument.recognise(text) : IdentityDocument.parse(said, text);
    }

    private static @Nullable DocumentKind said(FactCatalogue.Field field, Map<String, FieldValue> fields) {
        String kindField = field.kindField();
        return kindField != null && fields.get(kindField) instanceof FieldValue.Text kind
                ? DocumentKind.parse(kind.value()).orElse(null)
                : null;
    }
}
