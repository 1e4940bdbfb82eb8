package org.bihuan.app.arrivals;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.pack.Wording;

/**
 * Somebody who is named in a form.
 *
 * @param number which row, 0 the first
 * @param document resident number or another document, empty for none
 * @param phone telephone, empty for none
 */
record DeclaredPerson(int number, String name, String document, String phone) {
    /** The people of a form: the first in name, document, phone, the others in name1, document1, phone1 and so on. */
    static List<DeclaredPerson> read(Fields fields, Labels labels, int most) {
        List<DeclaredPerson> people = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            String end = i == 0 ? "" : Integer.toString(i);
            boolean empty = !fields.has("name" + end) && !fields.has("document" + end) && !fields.has("phone" + end);
            if (i > 0 && empty) {
                continue;
            }
            String name = fields.text("name" + end, labels.of("person", "name"));
            String document = fields.optional("document" + end, labels.of("person", "documentNumber"));
            String phone = fields.optional("phone" + end, labels.of("person", "phone"));
            people.add(new DeclaredPerson(i, name, document, phone).checked(labels));
        }
        return people;
    }

    private DeclaredPerson checked(Labels labels) {
        String end = number == 0 ? "" : Integer.toString(number);
        if (!document.isEmpty()
                && IdentityDocument.recognise(document).isEmpty()
                && document.matches("[0-9Xx ]{15,20}")) {
            throw new Refused(
                    "document" + end,
                    labels.of("person", "documentNumber"),
                    document,
                    new Wording("不是有效的居民身份证号；请对照原件", "is no valid resident number: compare with the document"));
        }
        if (!phone.isEmpty() && PhoneNumber.list(phone).isEmpty()) {
            throw new Refused(
                    "phone" + end,
                    labels.of("person", "phone"),
                    phone,
                    new Wording("必须是电话号码：手机11位，国外以+开头", "must be a telephone number: 11 digits, or + and country"));
        }
        return this;
    }

    /** Which kind of document it is: a resident card when the number is one, else one that somebody has to look at. */
    String documentKind() {
        return document.isEmpty()
                ? ""
                : IdentityDocument.recognise(document)
                        .map(each -> each.kind().word())
                        .orElse("other-document");
    }
}
