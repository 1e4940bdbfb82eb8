package org.bihuan.app.authority.store;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every transaction of the program knows how far whoever asks may see. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

    @Bean
    SightTransactions transactionManager(DataSource dataSource) {
        return new SightTransactions(dataSource);
    }
}
