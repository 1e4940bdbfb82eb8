package org.bihuan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents, telephones and names as people write them. */
class DocumentsTest {
    /** The sample of the standard GB 11643 itself; no living person has it. */
    private static final String SAMPLE = "11010519491231002X";

    @Test
    void aResidentNumberTellsBirthAndSex() {
        ResidentNumber number = ResidentNumber.parse(SAMPLE).orElseThrow();
        assertThat(number.born()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.isMale()).isFalse();
        assertThat(number.division()).isEqualTo("110105");
        assertThat(ResidentNumber.parse("440524188001010014").orElseThrow().isMale())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105 19491231 002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                " 110105-19491231-002X ",
                "110105\u00A019491231\u3000002X",
                "110105–19491231—002X"
            })
    void isReadAsPeopleWriteIt(String written) {
        assertThat(ResidentNumber.parse(written).orElseThrow().text()).isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2.10302E+17",
                "110105194912310020",
                "110105194913310020",
                "1101051949123100",
                "110105194902300021",
                "11010519491231002Ⅹ1",
                "000000000000000000",
                "11010519491231OO2X",
                "110105491231002"
            })
    void isNotReadWhenDamaged(String damaged) {
        assertThat(ResidentNumber.parse(damaged)).isEmpty();
    }

    @Test
    void everySingleWrongDigitAndEverySwapOfNeighboursIsFound() {
        long seed = Long.getLong("bihuan.seed", 20260726L);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String right = random(random);
            assertThat(ResidentNumber.parse(right))
                    .as("seed %d: %s", seed, right)
                    .isPresent();
            for (int at = 0; at < 17; at++) {
                char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                assertThat(ResidentNumber.parse(right.substring(0, at) + other + right.substring(at + 1)))
                        .as("seed %d: %s at %d", seed, right, at)
                        .isEmpty();
                char next = right.charAt(at + 1);
                if (next != right.charAt(at)) {
                    String swapped = right.substring(0, at) + next + right.charAt(at) + right.substring(at + 2);
                    assertThat(ResidentNumber.parse(swapped))
                            .as("seed %d: %s", seed, swapped)
                            .isEmpty();
                }
            }
        }
    }

    /** The slow twin of the check: the remainder of the whole number in MOD 11-2 is 1. */
    private static String random(Random random) {
        LocalDate born = LocalDate.of(1920, 1, 1).plusDays(random.nextInt(36_500));
        String body = "%06d%04d%02d%02d%03d"
                .formatted(
                        110_000 + random.nextInt(549_999),
                        born.getYear(),
                        born.getMonthValue(),
                        born.getDayOfMonth(),
                        random.nextInt(1_000));
        for (char check : "0123456789X".toCharArray()) {
            int remainder = 0;
            for (char each : (body + check).toCharArray()) {
                remainder = (remainder * 2 + (each == 'X' ? 10 : each - '0')) % 11;
            }
            if (remainder == 1) {
                return body + check;
            }
        }
        throw new AssertionError(body);
    }

    @ParameterizedTest
    @CsvSource({
        "resident-id, 11010519491231002x, 11010519491231002X",
        "residence-permit, 810000199408230021, 810000199408230021",
        "passport, e 1234 5678, E12345678",
        "home-return-permit, H01234567, H01234567",
        "home-return-permit, h0123456702, H01234567",
        "taiwan-permit, 01234567, 01234567",
        "exit-permit, CA1234567, CA1234567",
        "foreign-resident-id, FRA310001010100, FRA310001010100",
        "military-id, 南字第０１２３４５号, 南字第012345号",
        "other-document, (B)12/34, (B)12/34"
    })
    void everyKindIsReadInItsForm(String kind, String written, String number) {
        DocumentKind found = DocumentKind.parse(kind).orElseThrow();
        assertThat(IdentityDocument.parse(found, written).orElseThrow().number())
                .isEqualTo(number);
        assertThat(found.ruleInChinese()).isNotBlank();
        assertThat(found.ruleInEnglish()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "resident-id, 110105194912310020",
        "resident-id, 810000199408230021",
        "residence-permit, 11010519491231002X",
        "passport, E123",
        "passport, 2.10302E+17",
        "home-return-permit, X01234567",
        "taiwan-permit, 0123456",
        "exit-permit, Z12345678"
    })
    void whatIsNotOfTheKindIsNotRead(String kind, String written) {
        assertThat(IdentityDocument.parse(DocumentKind.parse(kind).orElseThrow(), written))
                .isEmpty();
    }

    @Test
    void onlyACheckCharacterTellsTheKind() {
        assertThat(IdentityDocument.recognise(SAMPLE).orElseThrow().kind()).isEqualTo(DocumentKind.RESIDENT_ID);
        assertThat(IdentityDocument.recognise("810000199408230021")
                        .orElseThrow()
                        .kind())
                .isEqualTo(DocumentKind.RESIDENCE_PERMIT);
        assertThat(IdentityDocument.recognise("E12345678")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "138 0013 8000, +8613800138000",
        "+86-138-0013-8000, +8613800138000",
        "008613800138000, +8613800138000",
        "１３８００１３８０００, +8613800138000",
        "0412-5538888, +864125538888",
        "(010)6513 2266, +861065132266",
        "+86 10 6513 2266, +861065132266",
        "+1 202 555 0100, +12025550100"
    })
    void phonesHaveOneForm(String written, String phone) {
        assertThat(PhoneNumber.parse(written).orElseThrow().text()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5538888", "12345", "1.38E+10", "138001380001", "13800138000/13900139000"})
    void whatIsNoPhoneIsNotRead(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"张三, 张 三", "买买提·艾力, 买买提•艾力", "买买提·艾力, 买买提 艾力", "Müller  Anna, müller anna", "ＺＨＡＮＧ San, Zhang San"})
    void namesAreComparedInOneForm(String one, String other) {
        assertThat(PersonName.of(one)).isEqualTo(PersonName.of(other));
    }

    @Test
    void fragmentsFindAPartOfAName() {
        assertThat(PersonName.of("欧阳娜娜").fragments()).containsExactly("欧阳", "阳娜", "娜娜");
        assertThat(PersonName.of("Anna Li").fragments()).containsExactly("AN", "NN", "NA", "LI");
        assertThat(PersonName.of("𠮷野").fragments()).containsExactly("𠮷野");
        assertThat(PersonName.of("…").fragments()).isEmpty();
    }

    @Test
    void nothingShowsItselfByAccident() {
        assertThat(ResidentNumber.parse(SAMPLE).orElseThrow().toString()).doesNotContain("19491231");
        assertThat(IdentityDocument.recognise(SAMPLE).orElseThrow().toString()).doesNotContain("19491231");
        assertThat(PhoneNumber.parse("13800138000").orElseThrow().toString()).doesNotContain("138001");
        assertThat(PersonName.of("张三丰").toString()).isEqualTo("张**");
    }
}
