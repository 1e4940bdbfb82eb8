package org.bihuan.app.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Asking;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;

/** Whether somebody without an account is who a paper is for. Not within a transaction. Thread-safe. */
@Service
public class Recognition {
    private static final Reader RESIDENT = Reader.named("resident");
    private static final int LAST = 4;

    private final Profiles profiles;

    Recognition(Profiles profiles) {
        this.profiles = profiles;
    }

    /** What comes of an answer. */
    public enum Answer {
        RIGHT,
        WRONG,
        /** Neither the day of birth nor a document is known, so nobody can be recognised. */
        NOTHING_KNOWN
    }

    /**
     * Compares what somebody says.
     *
     * @param said year of birth, or the last four characters of their document's number
     */
    public Answer compare(SubjectId person, String said, Instant now) {
        String answer = said.strip().toUpperCase(Locale.ROOT);
        return Asking.asMachine(
                () -> profiles.read(List.of(person), RESIDENT, "why", Action.VIEW, "recognition", now).values().stream()
                        .map(profile -> compare(profile, answer))
                        .findFirst()
                        .orElse(Answer.NOTHING_KNOWN));
    }

    private static Answer compare(Profile profile, String answer) {
        if (profile.born().isEmpty() && profile.documents().isEmpty()) {
            return Answer.NOTHING_KNOWN;
        }
        boolean year = profile.born()
                .filter(born -> answer.equals(Integer.toString(born.getYear())))
                .isPresent();
        boolean document = answer.length() == LAST
                && profile.documents().stream().anyMatch(each -> each.number().endsWith(answer));
        return year || document ? Answer.RIGHT : Answer.WRONG;
    }
}
