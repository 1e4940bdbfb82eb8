package org.bihuan.app.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Shows the precompiled JTE template that a controller names, with the model and the {@link Page}. */
@Component
class TemplateViews implements ViewResolver, Ordered {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PageFactory pages;

    TemplateViews(PageFactory pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        if (!templates.hasTemplate(template)) {
            return null;
        }
        return (model, request, response) -> render(template, model, pages.of(request, locale), response);
    }

    private void render(String template, @Nullable Map<String, ?> model, Page page, HttpServletResponse response)
            throws IOException {
        Map<String, Object> values = new HashMap<>();
        if (model != null) {
            values.putAll(model);
        }
        values.put("page", page);
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template, values, output);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
