package org.bihuan.app.imports;

import java.time.Duration;
import java.util.Optional;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that reads and takes uploads, one after the other; after a restart it goes on where it stood. */
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Wording FAILED = new Wording(
            "读取时系统出错，什么也没有记录；请重传一次，仍不行时请告知管理员",
            "the system failed while reading and recorded nothing: send the file again, and tell the administrator if it happens twice");

    private final UploadStore uploads;
    private final CheckWork check;
    private final TakeWork take;
    private final Jobs jobs;
    private volatile boolean running;
    private @Nullable Thread thread;

    ImportWorker(UploadStore uploads, CheckWork check, TakeWork take, Jobs jobs) {
        this.uploads = uploads;
        this.check = check;
        this.take = take;
        this.jobs = jobs;
    }

    /** Name of the job that works on the upload. */
    static String job(Upload upload) {
        return upload.state() == Upload.State.TAKING
                ? "imports/take/" + upload.id()
                : "imports/check/" + upload.id() + "/" + upload.attempt();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("imports").daemon(true).start(() -> Asking.asMachine(this::work));
    }

    private void work() {
        while (running) {
            try {
                uploads.working().forEach(this::run);
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("the imports wait: {}", e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Upload upload) {
        if (upload.state() == Upload.State.TAKING) {
            try (TakeWork.Run taking = take.new Run(upload)) {
                jobs.run(job(upload), taking::step);
            }
            return;
        }
        try (CheckWork.Run reading = check.new Run(upload)) {
            Optional<Job> job = jobs.run(job(upload), reading::step);
            if (job.filter(each -> each.state() == Job.State.FAILED).isPresent()) {
                uploads.setState(upload.id(), Upload.State.UNREADABLE, FAILED);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread known = thread;
        if (known != null) {
            try {
                known.join(Duration.ofSeconds(3)); // a step cut short is done again by the next server
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
