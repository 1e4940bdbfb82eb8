package org.bihuan.app.facts;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;

/** Who waits to be looked at. For the worker, within its transaction. Thread-safe. */
@Service
public class Marks {
    private final FactStore store;

    Marks(FactStore store) {
        this.store = store;
    }

    /** How often this server has marked somebody since it started; to be read before one looks who waits. */
    public long heard() {
        return store.bell().rung();
    }

    /** Waits until this server has marked somebody since, at most so long. */
    public void await(long heard, Duration most) throws InterruptedException {
        store.bell().await(heard, most);
    }

    /** Marked subjects, the longest waiting first, each once, as they were marked (not canonical). */
    public List<SubjectId> waiting(int limit) {
        return store.marked(limit).stream().map(SubjectId::parse).toList();
    }

    /** Ids of the marks of the subjects that can be seen now. */
    public Map<SubjectId, List<Long>> idsBySubject(Collection<SubjectId> subjects) {
        Map<SubjectId, List<Long>> ids = new HashMap<>();
        store.markIds(subjects.stream().map(SubjectId::toString).toList())
                .forEach((subject, found) -> ids.put(SubjectId.parse(subject), found));
        return ids;
    }

    /** Takes exactly these marks away; later ones stay. */
    public void delete(Collection<Long> ids) {
        store.deleteMarks(ids);
    }

    /** How many marks wait. */
    public long count() {
        return store.countMarks();
    }

    /** The queue at this moment. */
    public MarkQueue queue() {
        return store.queue();
    }

    /** Subjects of the type that share a fact of the kind with one of the subjects. */
    public List<SubjectId> related(Collection<SubjectId> subjects, String kind, String type) {
        return store.related(subjects.stream().map(SubjectId::toString).toList(), kind, type).stream()
                .map(SubjectId::parse)
                .toList();
    }

    /** Marks the subjects. */
    public void add(Collection<SubjectId> subjects) {
        store.mark(subjects.stream().map(SubjectId::toString).distinct().toList());
    }
}
