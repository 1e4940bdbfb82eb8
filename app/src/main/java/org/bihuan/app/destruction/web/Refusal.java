package org.bihuan.app.destruction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.app.destruction.DestructionRefused;
import org.bihuan.app.site.MomentText;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What every page of destruction does about a wish that is refused. Thread-safe. */
@Component
class Refusal {
    private final MessageSource messages;
    private final ZoneId zone;

    Refusal(MessageSource messages, @Value("${bihuan.zone}") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Does it; when it is refused, says so to the browser and gives back why, in the reader's words. */
    Optional<String> of(Runnable wish, HttpServletResponse response, Locale locale) {
        try {
            wish.run();
            return Optional.empty();
        } catch (DestructionRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FieldError error = e.error();
            FieldError said = new FieldError(
                    label(error, locale),
                    MomentText.in(zone, error.value()),
                    error.code(),
                    new Wording(
                            MomentText.in(zone, error.rule().zh()),
                            MomentText.in(zone, error.rule().en())));
            return Optional.of(locale.getLanguage().equals("zh") ? said.zh() : said.en());
        }
    }

    /** What the pages call the field; a basis is another of a hold than of an order. */
    private String label(FieldError error, Locale locale) {
        String known = messages.getMessage(error.code(), null, error.field(), locale);
        String label = messages.getMessage("destruction.field." + error.field(), null, known, locale);
        return label == null ? error.field() : label;
    }
}
