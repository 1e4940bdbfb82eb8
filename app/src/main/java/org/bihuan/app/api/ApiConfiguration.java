package org.bihuan.app.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Head of the description of the API. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Bihuan 闭环")
                        .version("0.1.0")
                        .description(
                                "Every fact raises the duties that the rules in force demand, every duty has an owner and"
                                        + " a clock, and no duty closes without evidence. Errors are problem details with code,"
                                        + " field, value, rule, zh and en. Changes need the content type application/json or"
                                        + " application/x-ndjson, or the header X-Bihuan-Client.")
                        .license(new License().name("Apache-2.0")));
    }
}
