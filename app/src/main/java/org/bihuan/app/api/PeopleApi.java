package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.identity.Found;
import org.bihuan.app.identity.People;
import org.bihuan.app.identity.Register;
import org.bihuan.app.identity.Registered;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People: registered, found, merged and parted. Numbers and names travel in bodies, never in addresses. */
@Tag(name = "people")
@RestController
@RequestMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
class PeopleApi {
    private static final int MOST = 200;

    private final People people;
    private final Register register;
    private final Clock clock;

    PeopleApi(People people, Register register, Clock clock) {
        this.people = people;
        this.register = register;
        this.clock = clock;
    }

    /** Whom to look for: exactly one of document, telephone and name. */
    @Schema(name = "PeopleSearch")
    record SearchRequest(
            String purpose,
            @Nullable String documentKind,
            @Nullable String documentNumber,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String division) {}

    /** Somebody found; document and telephone are masked. */
    @Schema(name = "PersonFound")
    record PersonAnswer(String id, String name, String document, String phone) {
        static PersonAnswer of(Found found) {
            return new PersonAnswer(found.subject().id(), found.name(), found.document(), found.phone());
        }
    }

    /** A document of several people. */
    @Schema(name = "Duplicate")
    record DuplicateAnswer(UUID id, List<PersonAnswer> people) {}

    /** Somebody to register. */
    @Schema(name = "Registration")
    record RegistrationRequest(
            String key,
            String name,
            @Nullable String documentKind,
            @Nullable String documentNumber,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String born,
            @Nullable String residence,
            @Nullable String guardian,
            @Nullable String relation) {}

    /** Two people who are one, or a merge to be taken back. */
    @Schema(name = "Merge")
    record MergeRequest(String key, String one, String other, String reason) {}

    /** Status is {@code recorded}, or {@code known} when somebody has the document already. */
    @Schema(name = "Registered")
    record RegisteredAnswer(String status, String id) {}

    @Operation(
            summary = "Find people by document, telephone or name",
            description =
                    "The purpose is written down with whoever is found. A document or telephone is compared as a whole; of a"
                            + " name, two neighbouring characters are enough. A name is looked for in the division, if one is"
                            + " given, and never outside the divisions the asker works for.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = SearchRequest.class))))
    @Needs(Permission.SEE_SUBJECTS)
    @PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<PersonAnswer> search(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        String purpose = PersonBody.required(body, "purpose");
        String number = PersonBody.text(body, "documentNumber");
        String phone = PersonBody.text(body, "phone");
        List<Found> found;
        if (number != null) {
            found = people.byDocument(
                    PersonBody.document(PersonBody.text(body, "documentKind"), number),
                    WhoReads.now(),
                    purpose,
                    clock.instant());
        } else if (phone != null) {
            PhoneNumber read = PhoneNumber.parse(phone)
                    .orElseThrow(() -> ApiException.badField(
                            "field.phone", "phone", phone, "必须是电话号码", "must be a telephone number"));
            found = people.byPhone(read, WhoReads.now(), purpose, clock.instant());
        } else {
            found = people.byName(
                    PersonBody.required(body, "name"),
                    PersonBody.division(body, "division").stream().toList(),
                    WhoReads.now(),
                    purpose,
                    clock.instant());
        }
        return found.stream().map(PersonAnswer::of).toList();
    }

    @Operation(
            summary = "Register a person",
            description =
                    "Whoever has the document already is known and not registered again; a telephone never decides who"
                            + " somebody is. A child needs a guardian. The same key again changes nothing.",
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = RegistrationRequest.class))))
    @Needs(Permission.RECORD_FACTS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    RegisteredAnswer register(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        return answer(register.register(PersonBody.registration(body), "people", clock.instant()));
    }

    @Operation(summary = "Documents under which several people are registered", description = "Page by the last id.")
    @Needs(Permission.SEE_SUBJECTS)
    @GetMapping("/duplicates")
    List<DuplicateAnswer> duplicates(
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ApiException.badField("limit.range", "limit", limit, "1至" + MOST, "lies between 1 and " + MOST);
        }
        return people.duplicates(after, limit, WhoReads.now(), purpose, clock.instant()).stream()
                .map(each -> new DuplicateAnswer(
                        each.id(), each.people().stream().map(PersonAnswer::of).toList()))
                .toList();
    }

    @Operation(
            summary = "Say that two people are one",
            description = "Only those who share a document are. Nothing is lost: it can be taken back.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MergeRequest.class))))
    @Needs(Permission.RECORD_FACTS)
    @PostMapping(path = "/merges", consumes = MediaType.APPLICATION_JSON_VALUE)
    RegisteredAnswer merge(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        return answer(register.merge(
                person(PersonBody.required(body, "one")),
                person(PersonBody.required(body, "other")),
                PersonBody.required(body, "reason"),
                "people",
                PersonBody.required(body, "key"),
                clock.instant()));
    }

    @Operation(
            summary = "Take a merge back",
            description = "Other is the key of the merge.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MergeRequest.class))))
    @Needs(Permission.RECORD_FACTS)
    @PostMapping(path = "/partings", consumes = MediaType.APPLICATION_JSON_VALUE)
    RegisteredAnswer part(HttpServletRequest request) throws IOException {
        Map<?, ?> body = JsonBody.readObject(request.getInputStream());
        return answer(register.part(
                PersonBody.required(body, "other"),
                person(PersonBody.required(body, "one")),
                PersonBody.required(body, "reason"),
                "people",
                PersonBody.required(body, "key"),
                clock.instant()));
    }

    private static SubjectId person(String id) {
        return new SubjectId("person", id);
    }

    private static RegisteredAnswer answer(Registered registered) {
        return switch (registered) {
            case Registered.Done done ->
                new RegisteredAnswer("recorded", done.subject().id());
            case Registered.Known known ->
                new RegisteredAnswer("known", known.subject().id());
            case Registered.Refused refused ->
                throw new ApiException(Problem.ofErrors(
                        422, refused.errors().stream().map(ErrorAnswer::of).toList()));
        };
    }
}
