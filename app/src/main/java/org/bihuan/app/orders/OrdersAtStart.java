package org.bihuan.app.orders;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bihuan.app.startup.StartupRefused;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.table.TableFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Puts the packs named in the settings into force before the workers begin. */
@Component
class OrdersAtStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OrdersAtStart.class);

    private final Orders orders;
    private final Clock clock;
    private final List<String> packs;
    private final Path folder;
    private volatile boolean running;

    OrdersAtStart(
            Orders orders,
            Clock clock,
            @Value("${bihuan.active-packs:}") List<String> packs,
            @Value("${bihuan.packs:${bihuan.home}/packs}") Path folder) {
        this.orders = orders;
        this.clock = clock;
        this.packs = List.copyOf(packs);
        this.folder = folder;
    }

    @Override
    public void start() {
        for (String pack : packs) {
            try {
                if (orders.activate(folder.resolve(pack.strip()), folder, clock.instant(), "settings")) {
                    LOG.info("the pack {} is in force", pack);
                }
            } catch (PackFormatException | TableFormatException e) {
                throw new StartupRefused(
                        "pack",
                        "规则包 " + pack + " 不能启用:" + e.getMessage(),
                        "The pack " + pack + " cannot be put into force: " + e.getMessage(),
                        e);
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the workers, whose phase is the default. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100;
    }
}
