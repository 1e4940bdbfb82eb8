package org.bihuan.app.imports.web;

import org.bihuan.app.imports.ImportSettings;
import org.bihuan.app.site.MenuGroup;
import org.bihuan.app.site.Navigation;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The place in the menu, and the guard before everything that reads a request. */
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {
    @Bean
    Navigation importsEntry() {
        return new Navigation("/imports", "imports.title", 25).in(MenuGroup.DATA);
    }

    @Bean
    FilterRegistrationBean<UploadSizeFilter> uploadSizeFilter(ImportSettings settings) {
        FilterRegistrationBean<UploadSizeFilter> filter =
                new FilterRegistrationBean<>(new UploadSizeFilter(settings.megabytes()));
        filter.addUrlPatterns("/imports", "/imports/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
