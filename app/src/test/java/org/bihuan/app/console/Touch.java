package org.bihuan.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Whether a thumb meets what a page on a phone offers. */
public final class Touch {
    /** What is pressed or filled in and lower than 44 pixels; a tick's label is pressed too. Links in a sentence may be lower. */
    private static final String LOW = """
            [...document.querySelectorAll('main .btn, main button, main select, main summary, main input:not([type=hidden])')]
              .filter(it => it.checkVisibility({visibilityProperty: true}))
              .map(it => [it, (it.matches('[type=checkbox], [type=radio]') && it.closest('label') || it).getBoundingClientRect()])
              .filter(([it, box]) => box.height > 0 && box.height < 43.5)
              .map(([it, box]) => it.tagName + ' ' + (it.textContent.trim() || it.name) + ' ' + Math.round(box.height))
              .join('; ')""";

    private Touch() {}

    /** Fails naming what is too low. */
    public static void assertLargeEnough(Page page) {
        assertThat(page.evaluate(LOW))
                .as("too low for a thumb on " + page.url())
                .isEqualTo("");
    }
}
