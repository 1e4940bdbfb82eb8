package org.bihuan.app.bulk;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.photos.Photos;
import org.bihuan.app.work.WorklistFilter;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Acting on a whole worklist: the number first, then the form, then how far it is. */
@Controller
@Needs(Permission.DO_DUTIES)
class BulkPage {
    private static final int LATEST = 10;
    private static final Map<BulkKind, List<String>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put(BulkKind.ASSIGNMENT, List.of("assignee"));
        FIELDS.put(BulkKind.ATTEMPT, List.of("result", "nextAttemptAt"));
        FIELDS.put(BulkKind.EXTENSION, List.of("dueAt", "reason"));
        FIELDS.put(BulkKind.DOCUMENT, List.of());
    }

    private final Bulk bulk;
    private final BulkChecks checks;
    private final BulkViews views;
    private final MessageSource messages;
    private final Clock clock;

    BulkPage(Bulk bulk, BulkChecks checks, BulkViews views, MessageSource messages, Clock clock) {
        this.bulk = bulk;
        this.checks = checks;
        this.views = views;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/bulk")
    String show(@RequestParam Map<String, String> query, Locale locale, Model model) {
        return form(WorklistFilter.of(query), Map.of(), "", locale, model);
    }

    @PostMapping("/bulk")
    Object start(
            @RequestParam Map<String, String> sent,
            @RequestParam Optional<MultipartFile> file,
            Locale locale,
            Model model)
            throws IOException {
        WorklistFilter filter = WorklistFilter.of(parameters(sent.getOrDefault("query", "")));
        UUID id = id(sent.getOrDefault("key", ""));
        BulkKind kind = Arrays.stream(BulkKind.values())
                .filter(each -> word(each).equals(sent.getOrDefault("kind", "")))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            bulk.start(
                    new BulkRequest(
                            id,
                            kind,
                            filter,
                            number(sent.getOrDefault("shown", "")),
                            views.fields(FIELDS.getOrDefault(kind, List.of()), sent),
                            sent.getOrDefault("why", sent.getOrDefault("reason", ""))
                                    .replace('\0', ' ')
                                    .strip()),
                    bytes(file),
                    clock.instant());
        } catch (BulkRefused e) {
            return new ModelAndView(
                    form(
                            filter,
                            sent,
                            locale.getLanguage().equals("zh")
                                    ? e.why().zh()
                                    : e.why().en(),
                            locale,
                            model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "redirect:/bulk/" + id;
    }

    private String form(WorklistFilter filter, Map<String, String> sent, String wrong, Locale locale, Model model) {
        Instant now = clock.instant();
        long count = 0;
        String fault = wrong;
        try {
            count = bulk.count(filter, now);
        } catch (BulkRefused e) {
            fault = locale.getLanguage().equals("zh") ? e.why().zh() : e.why().en();
        }
        Map<String, String> ids = new LinkedHashMap<>();
        FIELDS.keySet().stream()
                .filter(kind -> Asking.may(kind.needs()))
                .forEach(kind -> ids.put(word(kind), UUID.randomUUID().toString()));
        Map<String, String> results = new LinkedHashMap<>();
        checks.results()
                .forEach(result -> results.put(
                        result, String.valueOf(messages.getMessage("console.choice." + result, null, result, locale))));
        model.addAttribute(
                "form",
                new BulkForm(
                        count,
                        filter.query(),
                        filter.path(),
                        ids,
                        results,
                        sent,
                        fault,
                        bulk.latest(LATEST).stream()
                                .map(action -> views.of(action, locale, now))
                                .toList()));
        return "bulk/form";
    }

    @GetMapping("/bulk/{id}")
    String progress(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, Locale locale, Model model) {
        model.addAttribute("view", views.of(action(id), locale, clock.instant()));
        model.addAttribute("late", done.equals("late"));
        return "bulk/action";
    }

    @PostMapping("/bulk/{id}/undo")
    String undo(@PathVariable UUID id) {
        BulkAction action = action(id);
        if (!Asking.may(action.kind().needs())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return "redirect:/bulk/" + id + (bulk.undo(action, clock.instant()) ? "" : "?done=late");
    }

    @PostMapping("/bulk/{id}/go-on")
    String goOn(@PathVariable UUID id) {
        bulk.goOn(action(id));
        return "redirect:/bulk/" + id;
    }

    private BulkAction action(UUID id) {
        return bulk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What is larger than any picture may be is not read. */
    private static byte[] bytes(Optional<MultipartFile> file) throws IOException {
        if (file.isEmpty()) {
            return new byte[0];
        }
        return file.get().getSize() > Photos.LARGEST
                ? new byte[(int) Photos.LARGEST + 1]
                : file.get().getBytes();
    }

    private static String word(BulkKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, values) -> {
            String value = values.getFirst();
            if (value != null) {
                parameters.put(name, java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        return parameters;
    }

    private static UUID id(String key) {
        return Optional.of(key)
                .filter(each -> each.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
