package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.orders.Orders;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.format.SettingText;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The orders in force and the values they delegate. */
@RestController
@Needs(Permission.SEE_ORDERS)
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "orders", description = "Orders and plans as data.")
class OrdersApi {
    private final Orders orders;
    private final Rules rules;
    private final Clock clock;

    OrdersApi(Orders orders, Rules rules, Clock clock) {
        this.orders = orders;
        this.rules = rules;
        this.clock = clock;
    }

    /** An active pack. */
    record PackAnswer(
            String id,
            String version,
            String hash,
            Wording title,
            Wording issuer,
            String jurisdiction,
            Instant validFrom,
            @Nullable Instant validTo,
            boolean inForce,
            List<ParameterAnswer> parameters) {}

    /** A value of a pack; null while nobody has set it. */
    record ParameterAnswer(
            String id, String unit, @Nullable String value, String setBy, List<String> clauses, Wording title) {}

    /** A value to be set. */
    record ParameterRequest(String pack, String parameter, String division, String value, String reason) {}

    /** What became of it: {@code set}, or {@code repeated} when it stood so already. */
    record ParameterSet(String status, String pack, String parameter, String division, String value) {}

    @Operation(summary = "The active packs with their parameters")
    @GetMapping("/packs")
    List<PackAnswer> packs() {
        Instant now = clock.instant();
        return rules.active().stream().map(pack -> answer(pack, now)).toList();
    }

    private static PackAnswer answer(Pack pack, Instant now) {
        return new PackAnswer(
                pack.id(),
                pack.manifest().version(),
                pack.hash(),
                pack.manifest().titles(),
                pack.manifest().issuer(),
                pack.manifest().jurisdiction().toString(),
                pack.manifest().validFrom(),
                pack.manifest().validTo(),
                pack.manifest().isInForce(now),
                pack.parameters().values().stream().map(OrdersApi::answer).toList());
    }

    private static ParameterAnswer answer(ParameterDefinition definition) {
        return new ParameterAnswer(
                definition.id(),
                definition.unit().toString().toLowerCase(java.util.Locale.ROOT),
                definition.value() == null ? null : definition.value().toString(),
                definition.setter().name().toLowerCase(java.util.Locale.ROOT),
                definition.clauses(),
                definition.wording());
    }

    @Operation(
            summary = "Set a value that an order delegates to a division",
            description =
                    "Everybody whose decision read the value is judged again. The same value again changes nothing.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = ParameterRequest.class))))
    @Needs(Permission.DECIDE_VALUES)
    @PostMapping(path = "/parameters", consumes = MediaType.APPLICATION_JSON_VALUE)
    ParameterSet set(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        String pack = text(body, "pack");
        String parameter = text(body, "parameter");
        String name = text(body, "division");
        String value = text(body, "value");
        String reason = text(body, "reason");
        DivisionCode division = DutyFilter.division(name)
                .orElseThrow(() -> ApiException.badField("value.required", "division", "", "必填", "is required"));
        if (!Asking.sight().sees(division)) {
            throw refused("不由您的地区决定 / is not for your region to decide", parameter, value);
        }
        Instant now = clock.instant();
        if (stands(pack, parameter, division, value, now)) {
            return new ParameterSet("repeated", pack, parameter, name, value);
        }
        return switch (orders.set(pack, parameter, division, value, now, "api", reason)) {
            case Rules.Setting.Done _ -> new ParameterSet("set", pack, parameter, name, value);
            case Rules.Setting.Refused refused -> throw refused(refused.message(), parameter, value);
        };
    }

    private static ApiException refused(String message, String parameter, String value) {
        int middle = message.indexOf(" / ");
        String zh = middle < 0 ? message : message.substring(0, middle);
        String en = middle < 0 ? message : message.substring(middle + 3);
        return new ApiException(Problem.ofField(422, "parameter.refused", parameter, value, zh, en));
    }

    /** Whether the division has set exactly this already. */
    private boolean stands(String pack, String parameter, DivisionCode division, String value, Instant now) {
        for (PackPolicy policy : rules.current(now)) {
            ParameterDefinition definition = policy.pack().parameters().get(parameter);
            if (policy.pack().id().equals(pack) && definition != null) {
                try {
                    var wanted = SettingText.value(definition, value);
                    return policy.findSetting(parameter, division)
                            .filter(set -> division.equals(set.division())
                                    && set.value().equals(wanted))
                            .isPresent();
                } catch (PackFormatException e) {
                    return false; // the order itself says what is wrong with it
                }
            }
        }
        return false;
    }

    private static String text(Map<?, ?> body, String name) {
        Object value = body.get(name);
        if (value == null
                || value instanceof Map
                || value instanceof Iterable
                || value.toString().isBlank()) {
            throw ApiException.badField("value.required", name, "", "必填", "is required");
        }
        return value.toString().strip();
    }
}
