package org.bihuan.app;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Capabilities reach each other only where their package says so, only through their API, and never in a circle. */
class ModulesTest {

    @Test
    void keepTheirBorders() {
        ApplicationModules.of(BihuanApplication.class).verify();
    }
}
