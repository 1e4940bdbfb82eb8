package org.bihuan.app.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.logging.Masking;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How the machine is: alarms, queues, jobs, and those who were parked. */
@Controller
@Needs(Permission.OPERATE)
class OperationsPage {
    private static final int MOST_PARKED = 100;

    private final Watch watch;
    private final Duties duties;
    private final MeterRegistry metrics;

    OperationsPage(Watch watch, Duties duties, MeterRegistry metrics) {
        this.watch = watch;
        this.duties = duties;
        this.metrics = metrics;
    }

    @GetMapping("/operations")
    String show(@RequestParam(defaultValue = "") String retried, Model model) {
        Watch.Seen seen = watch.look();
        model.addAttribute("view", view(seen));
        model.addAttribute("retried", retried.matches("[0-9]{1,9}") ? retried : "");
        return "operations/operations";
    }

    /** Lets parked subjects be tried again: one, or all when none is named. */
    @PostMapping("/operations/retry")
    String retry(@RequestParam(defaultValue = "") String handle) {
        int retried = handle.isEmpty() ? duties.unpark() : duties.unpark(uuid(handle));
        return "redirect:/operations?retried=" + retried;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not a handle", e);
        }
    }

    private OperationsView view(Watch.Seen seen) {
        Observation observation = seen.observation();
        boolean answers = !seen.has(AlarmKind.DATABASE_UNREACHABLE);
        return new OperationsView(
                seen.alarms().stream().map(OperationsPage::line).toList(),
                parts(seen),
                List.of(
                        queue("operations.lane.live", observation.live()),
                        queue("operations.lane.clock", observation.clock())),
                String.format(Locale.ROOT, "%.1f", observation.factsPerSecond()),
                decisionMillis(),
                observation.jobs().stream().map(OperationsPage::job).toList(),
                answers ? duties.parked(MOST_PARKED) : List.of(),
                observation.parked());
    }

    private static OperationsView.Line line(Alarm alarm) {
        String key = "operations.alarm." + alarm.kind().label();
        Object value = alarm.kind() == AlarmKind.DISK_FULL ? megabytes(alarm.value()) : Long.valueOf(alarm.value());
        return new OperationsView.Line(key, value, key + ".out");
    }

    private List<OperationsView.Part> parts(Watch.Seen seen) {
        Observation observation = seen.observation();
        List<OperationsView.Part> parts = new ArrayList<>();
        parts.add(part(seen, "database", "", Set.of(AlarmKind.DATABASE_UNREACHABLE, AlarmKind.DATABASE_NOT_DURABLE)));
        parts.add(part(seen, "migrations", "", Set.of(AlarmKind.DATABASE_UNREACHABLE, AlarmKind.DATABASE_SCHEMA)));
        parts.add(
                part(seen, "workers", Integer.toString(observation.workers().size()), Set.of(AlarmKind.WORKER_SILENT)));
        parts.add(part(seen, "clock", "", Set.of(AlarmKind.CLOCK_SILENT)));
        parts.add(part(seen, "disk", megabytes(observation.diskFree()), Set.of(AlarmKind.DISK_FULL)));
        return parts;
    }

    private static OperationsView.Part part(Watch.Seen seen, String name, String detail, Set<AlarmKind> faults) {
        return new OperationsView.Part(
                "operations.part." + name, faults.stream().noneMatch(seen::has), detail);
    }

    private OperationsView.QueueLine queue(String key, Observation.Queue queue) {
        return new OperationsView.QueueLine(
                key, queue.length(), queue.lag(), watch.limits().lag());
    }

    private static OperationsView.JobLine job(Job job) {
        Long total = job.total();
        long all = total == null ? 0 : total;
        int percent = total == null ? -1 : all == 0 ? 100 : (int) (job.done() * 100 / all);
        return new OperationsView.JobLine(
                job.name(), job.state(), job.done(), all, percent, Masking.foreign(job.detail()));
    }

    private String decisionMillis() {
        Timer timer = metrics.find("bihuan.decision").timer();
        return timer == null || timer.count() == 0
                ? "–"
                : String.format(Locale.ROOT, "%.2f", timer.mean(TimeUnit.MILLISECONDS));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
    }
}
