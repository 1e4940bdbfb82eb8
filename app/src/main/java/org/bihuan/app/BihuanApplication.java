package org.bihuan.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server. Profile {@code demo} has the time machine and sample data, profile {@code serve} is for work. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BihuanApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BihuanApplication.class, arguments);
    }
}
