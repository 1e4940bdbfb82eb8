package org.bihuan.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks a page in the browser the rules of accessibility that a machine can ask: axe-core's, and that nothing goes sideways. */
public final class Axe {
    private static final String SCRIPT = read();

    /** Rules of WCAG 2.2 A and AA and what axe calls best practice; what is minor is left to the eye. */
    private static final String ASK = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations'], preload: false});
              const sideways = document.documentElement.scrollWidth - window.innerWidth;
              return found.violations
                .filter(it => it.impact !== 'minor')
                .flatMap(it => it.nodes.slice(0, 3).map(node => `${it.id} (${it.impact}) ${node.target.join(' ')}: `
                  + node.any.concat(node.all, node.none).map(each => each.message).join('; ') + ' ' + node.html.slice(0, 160)))
                .concat(sideways > 0 ? ['wider than the window by ' + sideways] : []);
            }""";

    private Axe() {}

    /** What is wrong with the page as it is shown, one line an element; empty when nothing is. */
    public static List<String> faults(Page page, int width, boolean dark) {
        page.setViewportSize(width, width < 500 ? 844 : 900);
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)); // or colours are read half-way between two
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(SCRIPT);
        }
        List<String> faults = new ArrayList<>();
        for (Object each : (List<?>) Objects.requireNonNull(page.evaluate(ASK))) {
            faults.add((dark ? "dark " : "light ") + width + " " + each);
        }
        return faults;
    }

    /** Fails naming rule and element, for a page in a state that no address leads to. */
    public static void assertForEverybody(Page page) {
        ViewportSize before = page.viewportSize();
        List<String> faults = new ArrayList<>(faults(page, 1440, false));
        faults.addAll(faults(page, 390, true));
        page.setViewportSize(before.width, before.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme((ColorScheme) null));
        assertThat(faults).as(page.url()).isEmpty();
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
