package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A day without its year is one that everybody takes for this year's. */
class FarMomentTest {
    @Test
    void theYearIsSaidOfWhatIsFarAway() {
        Page chinese = page(Locale.SIMPLIFIED_CHINESE);
        Page english = page(Locale.ENGLISH);
        Instant near = Instant.parse("2026-07-26T04:00:00Z");
        Instant far = Instant.parse("2020-07-26T04:00:00Z");
        assertThat(chinese.moment(near)).isEqualTo("7月26日 12:00");
        assertThat(chinese.moment(far)).isEqualTo("2020年7月26日 12:00");
        assertThat(english.moment(near)).isEqualTo("26 Jul 12:00");
        assertThat(english.moment(far)).isEqualTo("26 Jul 2020 12:00");
        assertThat(chinese.moment(Instant.parse("2027-11-25T04:00:00Z"))).startsWith("2027年");
    }

    private static Page page(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/site");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Page(
                "/",
                Optional.of(""),
                locale,
                messages,
                UnaryOperator.identity(),
                Menu.NONE,
                ZoneId.of("Asia/Shanghai"),
                Instant.parse("2026-11-25T04:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                _ -> true,
                _ -> Optional.empty(),
                List::of);
    }
}
