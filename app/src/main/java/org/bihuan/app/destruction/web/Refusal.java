package org.bihuan.app.destruction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.app.destruction.DestructionRefused;
import org.springframework.http.HttpStatus;

/** What every page of destruction does about a wish that is refused. */
final class Refusal {
    private Refusal() {}

    /** Does it; when it is refused, says so to the browser and gives back why, in the reader's language. */
    static Optional<String> of(Runnable wish, HttpServletResponse response, Locale locale) {
        try {
            wish.run();
            return Optional.empty();
        } catch (DestructionRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return Optional.of(
                    locale.getLanguage().equals("zh")
                            ? e.error().zh()
                            : e.error().en());
        }
    }
}
