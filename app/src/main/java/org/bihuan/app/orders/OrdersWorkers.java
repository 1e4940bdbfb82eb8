package org.bihuan.app.orders;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads of this module; none where somebody else runs the work, such as a test. */
@Configuration(proxyBeanMethods = false)
class OrdersWorkers {
    /** The lane {@code sweep}: previews, approved changes whose moment has come, values from a date on. */
    @Bean
    OrdersWorker sweepWorker(OrdersWork work, @Value("${bihuan.orders.worker:true}") boolean works) {
        return new OrdersWorker("orders", work::run, works);
    }

    /** Trials have a thread of their own: what has been approved does not wait for what is only asked. */
    @Bean
    OrdersWorker trialWorker(TrialWork work, @Value("${bihuan.orders.worker:true}") boolean works) {
        return new OrdersWorker("what-if", work::run, works);
    }
}
