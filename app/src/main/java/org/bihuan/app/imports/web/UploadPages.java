package org.bihuan.app.imports.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.imports.Imports;
import org.bihuan.app.imports.LedgerDesk;
import org.bihuan.app.imports.Upload;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.rules.Rules;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerHeader;
import org.bihuan.policy.pack.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes what the page of an upload shows. Thread-safe. */
@Component
class UploadPages {
    private static final int LISTED = 50;
    private static final int SAMPLES = 3;

    private final Imports imports;
    private final Rules rules;
    private final MessageSource messages;

    UploadPages(Imports imports, Rules rules, MessageSource messages) {
        this.imports = imports;
        this.rules = rules;
        this.messages = messages;
    }

    UploadPage of(Upload upload, String error, Locale locale) {
        Optional<Job> job = imports.progress(upload);
        boolean chooses = upload.state() == Upload.State.CHECKED || upload.state() == Upload.State.UNREADABLE;
        Set<String> missing = new LinkedHashSet<>();
        List<UploadPage.Choice> choices = new ArrayList<>();
        List<ColumnRow> columns = new ArrayList<>();
        if (chooses && !upload.labels().isEmpty()) {
            LedgerDesk.Meaning meaning = imports.meaning();
            HeaderMapping mapping = imports.mapping(upload);
            mapping.missing(meaning.headers(), meaning.columns()).forEach(each -> missing.add(name(each, locale)));
            meaning.headers()
                    .entries()
                    .forEach(each ->
                            choices.add(new UploadPage.Choice(each.name(), name(each, meaning.columns(), locale))));
            columns.addAll(columns(upload, mapping, meaning, locale));
        }
        boolean counted = upload.state() == Upload.State.CHECKED || upload.state() == Upload.State.DONE;
        return new UploadPage(
                upload,
                columns,
                choices,
                List.copyOf(missing),
                counted ? imports.refused(upload.id(), 0, LISTED) : List.of(),
                upload.state() == Upload.State.CHECKED ? imports.gone(upload, LISTED) : List.of(),
                job.map(Job::done).orElse(0L),
                job.map(Job::total).orElse(0L),
                job.filter(each -> each.state() == Job.State.FAILED).isPresent(),
                error);
    }

    private List<ColumnRow> columns(Upload upload, HeaderMapping mapping, LedgerDesk.Meaning meaning, Locale locale) {
        Map<Integer, Integer> doubled = mapping.doubled(meaning.headers());
        List<ColumnRow> rows = new ArrayList<>();
        for (int i = 0; i < mapping.targets().size(); i++) {
            int column = i;
            HeaderMapping.Target target = mapping.targets().get(i);
            Integer before = doubled.get(i);
            rows.add(new ColumnRow(
                    i,
                    mapping.label(i),
                    upload.sample().stream()
                            .limit(SAMPLES)
                            .map(row -> column < row.size() ? row.get(column) : "")
                            .toList(),
                    target.header(),
                    before == null ? target.group() : text("imports.doubled", locale, mapping.label(before))));
        }
        return rows;
    }

    /** Name of what a header fills: the field's own in the catalogue of facts. */
    private String name(LedgerHeader header, LedgerColumns columns, Locale locale) {
        String part = header.part();
        if (part == null) {
            return header.column().equals(columns.subjectColumn())
                    ? text("imports.subject." + header.form().name().toLowerCase(Locale.ROOT), locale)
                    : name(header.column(), locale);
        }
        LedgerColumns.Column column = columns.columns().get(header.column());
        return column == null ? header.name() : wording(column.kind(), part, locale);
    }

    private String name(String column, Locale locale) {
        LedgerColumns columns = imports.meaning().columns();
        LedgerColumns.Column known = columns.columns().get(column);
        if (known == null) {
            return text("imports.subject.document", locale);
        }
        String field = known.field();
        return field == null ? wording(known.kind(), "", locale) : wording(known.kind(), field, locale);
    }

    private String wording(String kind, String field, Locale locale) {
        FactCatalogue.Kind known = rules.catalogue().find(kind).orElse(null);
        if (known == null) {
            return kind;
        }
        FactCatalogue.Field named = known.fields().get(field);
        String name = in(known.wording(), locale);
        return named == null ? name : name + " · " + in(named.wording(), locale);
    }

    private static String in(Wording wording, Locale locale) {
        return locale.getLanguage().equals("zh") ? wording.zh() : wording.en();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
