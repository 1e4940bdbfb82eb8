package org.bihuan.app.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The table of roles, {@code authority/roles.yaml}. Immutable. */
public final class Roles {
    private static final Roles BUILT_IN = read();

    private final Map<String, Role> roles;

    private Roles(Map<String, Role> roles) {
        this.roles = roles;
    }

    /** The table that the program comes with. */
    public static Roles builtIn() {
        return BUILT_IN;
    }

    /** In the order of the table. */
    public List<Role> all() {
        return List.copyOf(roles.values());
    }

    public Optional<Role> find(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** The role of an id that must be there. */
    public Role get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no such role: " + id));
    }

    /** Whether one account may have these roles together. */
    public boolean goTogether(Set<String> ids) {
        return ids.size() <= 1 || ids.stream().noneMatch(id -> get(id).isAlone());
    }

    private static Roles read() {
        try (InputStream file = Objects.requireNonNull(Roles.class.getResourceAsStream("/authority/roles.yaml"))) {
            Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            Map<String, Role> roles = new LinkedHashMap<>();
            ((Map<?, ?>) Objects.requireNonNull(document.get("roles")))
                    .forEach((id, row) -> roles.put(id.toString(), role(id.toString(), (Map<?, ?>) row)));
            return new Roles(roles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Role role(String id, Map<?, ?> row) {
        List<?> regions = (List<?>) Objects.requireNonNull(row.get("regions"));
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Object word : (List<?>) Objects.requireNonNull(row.get("may"))) {
            permissions.add(Permission.of(word.toString())
                    .orElseThrow(() -> new IllegalStateException("role " + id + " may something unknown: " + word)));
        }
        return new Role(
                id,
                text(row, "zh"),
                text(row, "en"),
                ((List<?>) Objects.requireNonNull(row.get("owners")))
                        .stream().map(Object::toString).collect(Collectors.toSet()),
                permissions,
                ((Number) regions.getFirst()).intValue(),
                ((Number) regions.getLast()).intValue(),
                Boolean.TRUE.equals(row.get("alone")));
    }

    private static String text(Map<?, ?> row, String name) {
        return Objects.requireNonNull(row.get(name), name).toString();
    }
}
