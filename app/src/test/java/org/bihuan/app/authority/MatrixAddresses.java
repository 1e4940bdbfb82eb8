package org.bihuan.app.authority;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.accounts.Visitor;

/** How the matrix tries each address of the server. A new address needs a line here. */
final class MatrixAddresses {
    /** What stands in the path: nothing, people, duties, or an id of something that nobody has. */
    private enum With {
        NOTHING,
        PERSON,
        PERSON_AS_QUERY,
        DUTY,
        UNKNOWN,
        /** Tried by a test of its own, since trying it here would spoil the rest. */
        ELSEWHERE
    }

    static final Map<String, Try> TRIES = new LinkedHashMap<>();

    static {
        add("GET /", With.NOTHING);
        add("GET /duties", With.NOTHING);
        add("GET /duties/counts", With.NOTHING);
        add("GET /duties/{id}", With.DUTY);
        add("POST /duties/{id}/{action}", With.DUTY);
        add("POST /duties/{id}/take-back", With.DUTY);
        add("GET /measures", With.NOTHING);
        add("GET /search", With.NOTHING);
        add("POST /search", With.PERSON_AS_QUERY);
        add("POST /find", With.PERSON_AS_QUERY);
        add("GET /subjects/{type}/{id}", With.PERSON);
        add("POST /clock", With.NOTHING);

        add("GET /api/duties", With.NOTHING);
        add("GET /api/duties/count", With.NOTHING);
        add("GET /api/duties/{id}", With.DUTY);
        add("POST /api/duties/{id}/attempts", With.DUTY);
        add("POST /api/duties/{id}/assignments", With.DUTY);
        add("POST /api/duties/{id}/waivers", With.DUTY);
        add("POST /api/duties/{id}/extensions", With.DUTY);
        add("POST /api/duties/{id}/evidence", With.DUTY);
        add("GET /api/subjects/{type}/{id}", With.PERSON);
        add("GET /api/subjects/{type}/{id}/facts", With.PERSON);
        add("GET /api/subjects/{type}/{id}/decisions", With.PERSON);
        add("GET /api/subjects/{type}/{id}/duties", With.PERSON);
        add("POST /api/facts", With.NOTHING);
        add("POST /api/facts/stream", With.NOTHING);
        add("GET /api/facts/misfits", With.NOTHING);
        add("POST /api/ledgers", With.NOTHING);
        add("GET /api/packs", With.NOTHING);
        add("GET /doorstep", With.NOTHING);
        add("GET /doorstep/", With.NOTHING);
        add("GET /doorstep/app.webmanifest", With.NOTHING);
        add("GET /api/doorstep/places", With.NOTHING);
        add("GET /api/doorstep/packet", With.UNKNOWN);
        add("POST /api/doorstep/sync", With.NOTHING);
        add("POST /api/doorstep/photos", With.NOTHING);
        add("POST /api/parameters", With.NOTHING);
        add("GET /api/status", With.NOTHING);
        add("POST /api/parked/retry", With.NOTHING);
        add("POST /api/time", With.NOTHING);
        add("GET /api/openapi", With.NOTHING);
        add("GET /api/openapi.yaml", With.NOTHING);

        add("POST /api/deliveries/{id}/reports", With.UNKNOWN);
        add("GET /api/subjects/{type}/{id}/readings", With.PERSON);
        add("GET /api/subjects/{type}/{id}/access-log", With.PERSON);
        add("POST /api/people", With.NOTHING);
        add("POST /api/people/search", With.NOTHING);
        add("GET /api/people/duplicates", With.NOTHING);
        add("POST /api/people/merges", With.NOTHING);
        add("POST /api/people/partings", With.NOTHING);
        add("GET /audit", With.NOTHING);
        add("POST /audit/alarms", With.NOTHING);

        add("GET /exports", With.NOTHING);
        add("POST /exports", With.NOTHING);
        add("POST /exports/{id}/approve", With.UNKNOWN);
        add("GET /exports/{id}/file", With.UNKNOWN);
        add("GET /forms", With.NOTHING);
        add("POST /forms", With.NOTHING);
        add("POST /forms/{id}/remove", With.UNKNOWN);
        add("GET /forms/{id}/filled", With.UNKNOWN);
        add("GET /imports", With.NOTHING);
        add("POST /imports", With.NOTHING);
        add("GET /imports/{id}", With.UNKNOWN);
        add("POST /imports/{id}/columns", With.UNKNOWN);
        add("POST /imports/{id}/confirm", With.UNKNOWN);
        add("POST /imports/{id}/go-on", With.UNKNOWN);
        add("POST /imports/{id}/forget", With.UNKNOWN);
        add("GET /imports/{id}/refused", With.UNKNOWN);
        add("GET /check/{token}", With.UNKNOWN);
        add("GET /notices", With.NOTHING);
        add("POST /notices/issue", With.NOTHING);
        add("GET /notices/{id}.pdf", With.UNKNOWN);
        add("GET /destruction", With.NOTHING);
        add("POST /destruction", With.NOTHING);
        add("POST /destruction/{id}/approve", With.UNKNOWN);
        add("GET /destruction/retention", With.NOTHING);
        add("POST /destruction/retention", With.NOTHING);
        add("POST /destruction/retention/{id}/approve", With.UNKNOWN);
        add("POST /destruction/retention/runs/{id}/agree", With.UNKNOWN);
        add("GET /destruction/holds", With.NOTHING);
        add("POST /destruction/holds", With.NOTHING);
        add("POST /destruction/holds/{id}/approve", With.UNKNOWN);
        add("POST /destruction/holds/{id}/lift", With.UNKNOWN);
        add("GET /api/destructions", With.NOTHING);
        add("POST /api/destructions", With.NOTHING);
        add("POST /api/destructions/{id}/approvals", With.UNKNOWN);
        add("GET /operations", With.NOTHING);
        add("POST /operations/retry", With.NOTHING);

        add("GET /home", With.NOTHING);
        add("GET /desk", With.NOTHING);
        add("GET /desk/soon", With.NOTHING);
        add("GET /briefings", With.NOTHING);
        add("GET /briefings/{id}", With.UNKNOWN);
        add("GET /briefings/{id}/word", With.UNKNOWN);
        add("GET /briefings/{id}/text", With.UNKNOWN);
        add("GET /briefings/{id}/figures/{key}", With.UNKNOWN);
        add("GET /returns", With.NOTHING);
        add("GET /returns/give", With.UNKNOWN);
        add("POST /returns/give", With.NOTHING);
        add("GET /returns/units", With.NOTHING);
        add("POST /returns/units", With.NOTHING);
        add("POST /returns/units/block", With.NOTHING);
        add("POST /returns/units/{id}/end", With.UNKNOWN);
        add("POST /returns/forms", With.NOTHING);
        add("GET /shifts", With.NOTHING);
        add("POST /shifts/turns", With.NOTHING);
        add("POST /shifts/turns/{id}/substitute", With.UNKNOWN);
        add("POST /shifts/turns/{id}/cancel", With.UNKNOWN);
        add("POST /shifts/log", With.NOTHING);
        add("POST /shifts/handovers", With.NOTHING);
        add("POST /shifts/handovers/{id}/sign", With.UNKNOWN);
        add("GET /directives", With.NOTHING);
        add("POST /directives", With.NOTHING);
        add("GET /directives/new", With.NOTHING);
        add("GET /directives/{id}", With.UNKNOWN);
        add("POST /directives/{id}/read", With.UNKNOWN);
        add("POST /directives/{id}/answers", With.UNKNOWN);
        add("POST /directives/{id}/reminders", With.UNKNOWN);
        add("POST /directives/{id}/withdrawal", With.UNKNOWN);
        add("GET /api/returns", With.NOTHING);
        add("POST /api/returns", With.NOTHING);
        add("GET /api/returns/units", With.NOTHING);
        add("POST /api/returns/units", With.NOTHING);
        add("GET /api/directives", With.NOTHING);
        add("POST /api/directives/{id}/answers", With.UNKNOWN);
        add("GET /api/briefings", With.NOTHING);
        add("GET /api/briefings/{id}", With.UNKNOWN);
        add("POST /notices/{id}/close-link", With.UNKNOWN);
        add("GET /operations", With.NOTHING);
        add("POST /operations/retry", With.NOTHING);

        add("GET /bulk", With.NOTHING);
        add("POST /bulk", With.NOTHING);
        add("GET /bulk/{id}", With.UNKNOWN);
        add("POST /bulk/{id}/undo", With.UNKNOWN);
        add("POST /bulk/{id}/go-on", With.UNKNOWN);

        add("GET /duties/{id}/photos", With.DUTY);
        add("POST /duties/{id}/photos", With.DUTY);
        add("GET /photos/{id}", With.UNKNOWN);
        add("GET /shifts/log/{id}/attachments", With.UNKNOWN);
        add("POST /shifts/log/{id}/attachments", With.UNKNOWN);
        add("GET /shifts/attachments/{id}", With.UNKNOWN);
        add("GET /held", With.NOTHING);
        add("POST /held/{id}", With.UNKNOWN);
        add("GET /why/{token}", With.UNKNOWN);
        add("POST /why/{token}", With.UNKNOWN);
        add("POST /why/{token}/appeal", With.UNKNOWN);
        add("GET /why-codes/{id}", With.UNKNOWN);
        add("POST /why-codes/{id}", With.UNKNOWN);
        add("GET /declare", With.NOTHING);
        add("POST /declare", With.NOTHING);
        add("GET /declare/{key}", With.UNKNOWN);
        add("GET /arrivals", With.NOTHING);
        add("GET /arrivals/list", With.NOTHING);
        add("GET /arrivals/desk", With.NOTHING);
        add("POST /arrivals/desk/queue", With.NOTHING);
        add("POST /arrivals/desk/stops", With.NOTHING);
        add("POST /arrivals/desk/{id}/left", With.UNKNOWN);
        add("GET /arrivals/claims", With.NOTHING);
        add("POST /arrivals/claims/{id}", With.UNKNOWN);
        add("GET /doorstep/checkpoint/", With.NOTHING);
        add("GET /doorstep/checkpoint/app.webmanifest", With.NOTHING);
        add("GET /api/checkpoint/packet", With.NOTHING);
        add("GET /arrivals/handovers", With.NOTHING);
        add("POST /arrivals/handovers", With.NOTHING);
        add("POST /arrivals/handovers/{id}/receipt", With.UNKNOWN);
        add("POST /arrivals/handovers/{id}/refusal", With.UNKNOWN);
        add("GET /appeals", With.NOTHING);
        add("GET /appeals/{id}", With.UNKNOWN);
        add("POST /appeals/{id}", With.UNKNOWN);
        add("POST /appeals/{id}/suspend", With.UNKNOWN);

        add("GET /account", With.NOTHING);
        add("POST /account/password", With.NOTHING);
        add("POST /account/second-factor", With.NOTHING);
        add("POST /account/second-factor/off", With.NOTHING);
        add("POST /account/sessions/{id}/end", With.UNKNOWN);
        add("POST /account/role", With.NOTHING);
        add("GET /accounts", With.NOTHING);
        add("GET /accounts/new", With.NOTHING);
        add("POST /accounts", With.NOTHING);
        add("GET /accounts/{id}", With.UNKNOWN);
        add("POST /accounts/{id}", With.UNKNOWN);
        add("POST /accounts/{id}/password", With.UNKNOWN);
        add("POST /accounts/{id}/link", With.UNKNOWN);
        add("POST /accounts/{id}/person", With.UNKNOWN);

        add("GET /accounts/keys", With.NOTHING);
        add("POST /accounts/keys", With.NOTHING);
        add("POST /accounts/keys/{id}/revoke", With.UNKNOWN);

        add("GET /places", With.NOTHING);
        add("GET /places/pick", With.NOTHING);
        add("GET /places/{id}", With.UNKNOWN);
        add("POST /places/{id}/{change}", With.UNKNOWN);
        add("POST /places/import", With.NOTHING);
        add("GET /risk", With.NOTHING);
        add("GET /risk/names", With.NOTHING);
        add("POST /risk/names", With.NOTHING);
        add("POST /risk/lists", With.NOTHING);
        add("POST /risk/lists/{id}/withdraw", With.UNKNOWN);
        add("POST /risk/responses", With.NOTHING);
        add("POST /risk/sources", With.NOTHING);
        add("POST /risk/sources/{id}/end", With.UNKNOWN);
        add("GET /orders", With.NOTHING);
        add("POST /orders", With.NOTHING);
        add("GET /orders/{id}", With.UNKNOWN);
        add("GET /orders/{id}/compare", With.UNKNOWN);
        add("POST /orders/{id}/drafts", With.UNKNOWN);
        add("POST /orders/{id}/values", With.UNKNOWN);
        add("POST /orders/{id}/retire", With.UNKNOWN);
        add("GET /orders/{id}/open-values", With.UNKNOWN);
        add("POST /orders/{id}/open-values", With.UNKNOWN);
        add("POST /open-values/{id}/approve", With.UNKNOWN);
        add("POST /open-values/{id}/withdraw", With.UNKNOWN);
        add("POST /proposals", With.NOTHING);
        add("GET /proposals/{id}", With.UNKNOWN);
        add("POST /proposals/{id}/approve", With.UNKNOWN);
        add("POST /proposals/{id}/{action}", With.UNKNOWN);
        add("GET /proposals/{id}/people", With.UNKNOWN);
        add("GET /proposals/{id}/result", With.UNKNOWN);
        add("GET /what-if", With.NOTHING);
        add("POST /what-if", With.NOTHING);
        add("GET /what-if/{id}", With.UNKNOWN);
        add("POST /what-if/{id}/stop", With.UNKNOWN);

        add("GET /login", With.NOTHING);
        add("POST /login", With.ELSEWHERE); // failures would lock the test's own address: LogInTest
        add("POST /login/code", With.ELSEWHERE);
        add("GET /login/oidc", With.ELSEWHERE); // off without settings: OidcTest
        add("GET /login/oidc/back", With.ELSEWHERE);
        add("POST /logout", With.ELSEWHERE);
        add("GET /setup", With.UNKNOWN);
        add("POST /setup", With.UNKNOWN);
        add("ANY /error", With.ELSEWHERE); // only reached from within
    }

    private MatrixAddresses() {}

    private static void add(String address, With with) {
        TRIES.put(address, new Try(address, with));
    }

    /** One address and how to try it. */
    record Try(String address, With with) {
        boolean isElsewhere() {
            return with == With.ELSEWHERE;
        }

        /** Whether a visible thing must be answered well. */
        boolean isRead() {
            return address.startsWith("GET ") && with != With.UNKNOWN;
        }

        List<MatrixCity.Thing> things() {
            return switch (with) {
                case PERSON, PERSON_AS_QUERY -> MatrixCity.people();
                case DUTY -> MatrixCity.someDuties(MatrixTest.SERVER);
                default -> List.of(new MatrixCity.Thing("none", "00000000-0000-8000-8000-000000000007", null, null));
            };
        }

        HttpResponse<String> send(Visitor visitor, MatrixCity.Thing thing) {
            String path = address.substring(address.indexOf(' ') + 1)
                    .replace("{type}", thing.type())
                    .replace("{id}", thing.id())
                    .replace("{token}", thing.id())
                    .replace("{action}", "attempt")
                    .replace("{change}", "rename")
                    .replace("{key}", "late");
            if (address.startsWith("GET ")) {
                return visitor.get(path);
            }
            if (path.equals("/imports")
                    || path.equals("/forms")
                    || path.equals("/places/import")
                    || path.equals("/risk/lists")
                    || path.equals("/orders")
                    || path.endsWith("/attachments")
                    || (path.endsWith("/photos") && !path.startsWith("/api/"))) {
                return visitor.postFile(path);
            }
            return path.startsWith("/api/")
                    ? visitor.postData(path, "{}")
                    : visitor.post(path, Map.of("key", "matrix", "q", with == With.PERSON_AS_QUERY ? thing.id() : ""));
        }
    }
}
