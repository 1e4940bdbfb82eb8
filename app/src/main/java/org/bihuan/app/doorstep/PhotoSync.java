package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.photos.PhotoRefused;
import org.bihuan.app.photos.Photos;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps photos that phones bring home, each about a duty or a visit of whoever sends it. Thread-safe. */
@Component
class PhotoSync {
    /** Phones make their photos smaller than that, in bytes. */
    static final int LARGEST = 2 << 20;

    private final Photos photos;
    private final Duties duties;
    private final Facts facts;

    PhotoSync(Photos photos, Duties duties, Facts facts) {
        this.photos = photos;
        this.duties = duties;
        this.facts = facts;
    }

    Outcome take(TakenPhoto taken, byte[] file, Instant now) {
        if (file.length > LARGEST) {
            return refused(taken, "照片超过2MB；请重拍", "the photo has more than 2 MB: take it again");
        }
        UUID visit = taken.visit();
        Optional<About> about = visit == null ? ofDuty(taken, now) : ofVisit(taken, visit);
        if (about.isEmpty()) {
            return visit == null
                    ? refused(
                            taken,
                            "这项任务已撤销或不由您办理，照片没有收下",
                            "the task was withdrawn or is not yours: the photo was not taken")
                    : refused(taken, "这次走访没有记上，照片没有收下", "the visit is not on record: the photo was not taken");
        }
        Instant at = taken.takenAt().isAfter(now) ? now : taken.takenAt();
        try {
            boolean isNew = photos.addTaken(about.get().subject(), about.get().id(), taken.id(), file, at, now);
            return outcome(taken, isNew ? Outcome.Status.RECORDED : Outcome.Status.REPEATED, List.of(), at);
        } catch (PhotoRefused e) {
            return refused(taken, e.why().zh(), e.why().en());
        }
    }

    /** What a photo is about. */
    private record About(SubjectId subject, UUID id) {}

    private Optional<About> ofDuty(TakenPhoto taken, Instant now) {
        try {
            return duties.find(UUID.fromString(taken.target()), now)
                    .map(duty -> new About(duty.recordedSubject(), duty.id()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Only the phone that noted the visit knows the ids; the lists may not show it yet, so the record itself is asked. */
    private Optional<About> ofVisit(TakenPhoto taken, UUID visit) {
        SubjectId household = new SubjectId(Doors.HOUSEHOLD, taken.target());
        return Asking.asMachine(() -> facts.find(FactId.of(taken.source(), visit.toString())))
                .filter(fact -> fact.kind().equals(Doors.VISIT) && fact.isAbout(household))
                .map(_ -> new About(household, visit));
    }

    private static Outcome refused(TakenPhoto taken, String zh, String en) {
        return outcome(
                taken, Outcome.Status.REFUSED, List.of(FieldError.of("photo", "", "photo.refused", zh, en)), null);
    }

    private static Outcome outcome(
            TakenPhoto taken, Outcome.Status status, List<FieldError> errors, @Nullable Instant at) {
        return new Outcome(taken.id(), status, errors, at, false, null);
    }
}
