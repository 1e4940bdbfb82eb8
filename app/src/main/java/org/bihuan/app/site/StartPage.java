package org.bihuan.app.site;

import java.util.Locale;
import org.bihuan.app.authority.Permission;
import org.springframework.ui.Model;

/**
 * What some see first instead of the home page; a module declares it as a bean.
 *
 * @param needs who does
 * @param show fills the model and names the template
 */
public record StartPage(Permission needs, Show show) {
    /** Shows it. */
    @FunctionalInterface
    public interface Show {
        /** Fills the model and gives back the name of the template. */
        String with(Locale locale, Model model);
    }
}
