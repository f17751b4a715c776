package org.vigie.groundstation.app.seal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.flightlog.CheckpointStore;
import org.vigie.groundstation.flightlog.witness.Submission;
import org.vigie.groundstation.flightlog.witness.Submission.Reply;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;

/**
 * Brings checkpoints to one witness on a thread of its own, smallest first, and keeps its lines. A
 * witness that does not answer is asked again after a pause that doubles; meanwhile only the newest
 * checkpoint waits, and those that someone waits for. Thread-safe.
 */
final class WitnessLink implements AutoCloseable {
  /** Checkpoints that wait: one a minute, and one for each flight that closes meanwhile. */
  private static final int MAX_WAITING = 16;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** Station's minutes are sealed each minute: a longer pause would only lose some. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** A witness may tell us its size once; one that keeps telling others is broken. */
  private static final int MAX_ASKED = 3;

  private static final Logger LOG = LoggerFactory.getLogger(WitnessLink.class);

  /** How a request gets there. */
  interface Post {
    /** Answers to a body. */
    Answer send(String body) throws IOException, InterruptedException;

    /** What came back. */
    record Answer(int status, String body) {}
  }

  private record Job(SealedCheckpoint checkpoint, CompletableFuture<SealedCheckpoint> done) {
    boolean awaited() {
      return !done.isDone();
    }
  }

  private final CosignerKey witness;
  private final Post post;
  private final MerkleLog tree;
  private final CheckpointStore store;
  private final Consumer<String> contradicted;
  private final Thread thread;

  /** Has a permit while someone waits whom the pause should not hold up. */
  private final Semaphore urgent = new Semaphore(0);

  private final Deque<Job> waiting = new ArrayDeque<>();
  private boolean closed;
  private long oldSize;
  private boolean told;

  /**
   * A link; nothing is sent before {@link #start()}.
   *
   * @param contradicted is told, once until it ends, that the witness has seen another journal
   */
  WitnessLink(
      CosignerKey witness,
      Post post,
      MerkleLog tree,
      CheckpointStore store,
      Consumer<String> contradicted) {
    this.witness = witness;
    this.post = post;
    this.tree = tree;
    this.store = store;
    this.contradicted = contradicted;
    this.thread = new Thread(this::run, "witness-link-" + witness.name());
    thread.setDaemon(true);
  }

  void start() {
    oldSize = store.cosignedBy(witness.toString());
    thread.start();
  }

  /** A checkpoint to cosign when it is possible. */
  void offer(SealedCheckpoint checkpoint) {
    add(new Job(checkpoint, CompletableFuture.completedFuture(checkpoint)));
  }

  /**
   * A checkpoint that someone waits for; a pause is ended for it. Completes when the witness has
   * cosigned it, or never will; whoever does not want to wait that long completes it.
   */
  CompletableFuture<SealedCheckpoint> ask(SealedCheckpoint checkpoint) {
    CompletableFuture<SealedCheckpoint> done = new CompletableFuture<>();
    add(new Job(checkpoint, done));
    urgent.release();
    return done;
  }

  private synchronized void add(Job job) {
    if (closed) {
      job.done().complete(job.checkpoint());
      return;
    }
    // the same may have been offered just before
    waiting.removeIf(
        other -> !other.awaited() && other.checkpoint().size() <= job.checkpoint().size());
    if (waiting.size() >= MAX_WAITING) {
      Job lost = waiting.removeFirst();
      lost.done().complete(lost.checkpoint());
    }
    waiting.addLast(job);
    notifyAll();
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      for (Job job = take(); job != null; job = take()) {
        if (attempt(job)) {
          remove(job);
          pause = FIRST_PAUSE;
        } else {
          rest(pause);
          pause = pause.multipliedBy(2);
          pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
      }
    } catch (InterruptedException e) {
      // close() ends this thread
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private synchronized @Nullable Job take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    urgent.drainPermits();
    return closed ? null : smallest();
  }

  /** Nobody else waits for what is older than another. */
  private Job smallest() {
    for (Iterator<Job> jobs = waiting.iterator(); jobs.hasNext(); ) {
      Job job = jobs.next();
      if (job.awaited() || !jobs.hasNext()) {
        return job;
      }
      jobs.remove();
    }
    throw new IllegalStateException("nothing waits");
  }

  private synchronized void remove(Job job) {
    waiting.remove(job);
    job.done().complete(job.checkpoint());
  }

  private void rest(Duration pause) throws InterruptedException {
    if (urgent.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("witness {} is asked before its time", witness.name());
    }
  }

  /** Whether the job is over. */
  private boolean attempt(Job job) throws InterruptedException {
    Submission submission = new Submission(job.checkpoint(), witness);
    try {
      for (int asked = 0; asked < MAX_ASKED; asked++) {
        if (oldSize > job.checkpoint().size()) {
          return true;
        }
        Post.Answer answer = post.send(submission.request(oldSize, tree).body());
        Reply reply = submission.read(answer.status(), answer.body(), oldSize, tree.size());
        if (reply instanceof Reply.Cosigned cosigned) {
          keep(job, cosigned);
          return true;
        } else if (reply instanceof Reply.AskAgain other) {
          oldSize = other.oldSize();
        } else if (reply instanceof Reply.Overtaken later) {
          oldSize = later.oldSize();
          return true;
        } else if (reply instanceof Reply.Contradicted grave) {
          tell(grave.reason());
          return true;
        } else if (reply instanceof Reply.Refused refused) {
          LOG.warn("witness {}: {}", witness.name(), refused.reason());
          return false;
        }
      }
      LOG.warn("witness {} tells one size after another", witness.name());
    } catch (IOException | RuntimeException e) {
      LOG.warn("witness {} cannot be asked: {}", witness.name(), e.toString());
    }
    return false;
  }

  private void keep(Job job, Reply.Cosigned cosigned) throws IOException {
    oldSize = job.checkpoint().size();
    store.keep(oldSize, witness.toString(), cosigned.line());
    told = false;
    job.done().complete(job.checkpoint().with(List.of(cosigned.line())));
  }

  private void tell(String reason) {
    if (!told) {
      told = true;
      contradicted.accept(reason);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      waiting.forEach(job -> job.done().complete(job.checkpoint()));
      waiting.clear();
      notifyAll();
    }
    thread.interrupt();
  }
}
