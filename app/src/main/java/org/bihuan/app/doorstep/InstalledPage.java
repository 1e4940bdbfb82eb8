package org.bihuan.app.doorstep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a phone puts a page on its screen. */
public final class InstalledPage {
    private InstalledPage() {}

    /** @param path address of the page, below that of the service worker which keeps it */
    public static Map<String, Object> manifest(String name, String shortName, String path) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", path);
        manifest.put("name", name);
        manifest.put("short_name", shortName);
        manifest.put("start_url", path);
        manifest.put("scope", path);
        manifest.put("display", "standalone");
        manifest.put("background_color", "#ffffff");
        manifest.put("theme_color", "#1a5fb4");
        manifest.put("icons", List.of(Map.of("src", "/site/icon.svg", "sizes", "any", "type", "image/svg+xml")));
        return manifest;
    }
}
