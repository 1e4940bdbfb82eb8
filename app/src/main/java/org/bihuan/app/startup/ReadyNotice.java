package org.bihuan.app.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to find the server once it answers. */
@Component
class ReadyNotice {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port", "");
        LOG.info("闭环已启动,请用浏览器打开  Bihuan is ready, open  http://127.0.0.1:{}/", port);
    }
}
