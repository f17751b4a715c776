package org.vigie.groundstation.video.hub;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decides which access units one viewer gets, by how far behind the newest one sent its
 * acknowledgements are: kernel buffers hold seconds, so a writable socket alone says little. Knows
 * no socket and no clock. Confined to one thread.
 */
final class ViewerPacing {
  /** More in flight than this is shown too late to fly by. */
  static final long LAG_MAX_US = 400_000;

  /** So little in flight that the way is free again. */
  static final long LAG_RESUME_US = 120_000;

  /** A viewer that shows anything acknowledges ten times a second. */
  static final long SILENCE_NS = 5_000_000_000L;

  /** What a viewer does not acknowledge while it acknowledges others, it has thrown away. */
  static final long FORGOTTEN_NS = 2_000_000_000L;

  /** That often within {@link #STRUGGLE_NS} is not chance but a link that is too slow. */
  static final int STRUGGLE_RESYNCS = 3;

  static final long STRUGGLE_NS = 10_000_000_000L;

  /** A ring's 300 and 400 ms of the fastest camera. */
  static final int UNACKED_MAX = 1024;

  private record Sent(int run, int epoch, long ptsUs, long atNs) {}

  private final DamagePolicy policy;
  private final Deque<Sent> unacked = new ArrayDeque<>();
  private final Deque<Long> resyncs = new ArrayDeque<>();
  private ViewerState state = ViewerState.WAIT_KEY;
  private boolean leftOut = true;
  private int run;
  private int epoch = -1;
  private long baseUs;
  private long burstEndUs;
  private long lastAckNs;
  private long lastAckUs = -1;
  private long resyncCount;

  ViewerPacing(DamagePolicy policy) {
    this.policy = policy;
  }

  ViewerState state() {
    return state;
  }

  /** How often it was behind. */
  long resyncs() {
    return resyncCount;
  }

  /** Whether the next unit that is sent follows one that was not. */
  boolean leftOut() {
    return leftOut;
  }

  /** Whether a unit of the burst of joining is sent; the first is a key. */
  boolean joins(FrameFacts frame, long nowNs) {
    if (state == ViewerState.PAUSED || state == ViewerState.ENDED) {
      return false;
    }
    boolean begins = epoch < 0;
    if (begins && !frame.key()) {
      return false;
    }
    if (!begins && state == ViewerState.WAIT_KEY) {
      return false;
    }
    if (isSpoilt(frame)) {
      return false;
    }
    state = ViewerState.CATCHUP;
    burstEndUs = frame.ptsUs();
    baseUs = frame.ptsUs();
    sent(frame, nowNs);
    return true;
  }

  /** Whether a unit is sent. */
  boolean sends(FrameFacts frame, boolean writable, long nowNs) {
    if (state == ViewerState.PAUSED || state == ViewerState.ENDED) {
      return false;
    }
    if (isSpoilt(frame)) {
      return false;
    }
    if (state == ViewerState.WAIT_KEY) {
      return resumes(frame, writable, nowNs);
    }
    boolean pause = unacked.isEmpty() && frame.ptsUs() - baseUs > LAG_RESUME_US;
    if (frame.epoch() != epoch || pause) {
      begin(frame);
    }
    boolean late = frame.ptsUs() - baseUs > LAG_MAX_US || unacked.size() >= UNACKED_MAX;
    boolean full = state == ViewerState.LIVE && !writable;
    if (late || full) {
      resync(nowNs);
      return false;
    }
    sent(frame, nowNs);
    return true;
  }

  /** Whether damage keeps it from this viewer. */
  private boolean isSpoilt(FrameFacts frame) {
    if (policy == DamagePolicy.SMEAR) {
      leftOut |= frame.damaged();
      return frame.damaged();
    }
    if (frame.damaged() || (frame.discontinuity() && !frame.key())) {
      leftOut = true;
      state = ViewerState.WAIT_KEY;
      return true;
    }
    return false;
  }

  private boolean resumes(FrameFacts frame, boolean writable, long nowNs) {
    forget(nowNs);
    boolean free = writable && (unacked.isEmpty() || lagUs() < LAG_RESUME_US);
    if (!frame.key() || !free) {
      leftOut = true;
      return false;
    }
    begin(frame);
    sent(frame, nowNs);
    return true;
  }

  /** What is in flight is counted from here on. */
  private void begin(FrameFacts frame) {
    run++;
    epoch = frame.epoch();
    baseUs = frame.ptsUs();
    state = ViewerState.LIVE;
  }

  private void sent(FrameFacts frame, long nowNs) {
    epoch = frame.epoch();
    unacked.addLast(new Sent(run, frame.epoch(), frame.ptsUs(), nowNs));
  }

  /** Tells that a unit was written: what is left out from here on shows in the next. */
  void written() {
    leftOut = false;
  }

  private long lagUs() {
    return unacked.isEmpty() ? 0 : Math.max(0, unacked.peekLast().ptsUs() - baseUs);
  }

  private void resync(long nowNs) {
    state = ViewerState.WAIT_KEY;
    leftOut = true;
    resyncCount++;
    resyncs.addLast(nowNs);
    while (resyncs.size() > STRUGGLE_RESYNCS) {
      resyncs.removeFirst();
    }
  }

  private void forget(long nowNs) {
    boolean speaks = nowNs - lastAckNs < FORGOTTEN_NS;
    while (speaks && !unacked.isEmpty() && nowNs - unacked.peekFirst().atNs() > FORGOTTEN_NS) {
      unacked.removeFirst();
    }
  }

  /** The viewer has shown the unit of that time, or thrown it away. */
  void acked(long ptsUs, long nowNs) {
    boolean known = false;
    for (Sent one : unacked) {
      known |= one.ptsUs() == ptsUs;
    }
    if (known || ptsUs == lastAckUs) {
      lastAckNs = nowNs;
      lastAckUs = ptsUs;
    }
    if (!known) {
      return;
    }
    Sent taken;
    do {
      taken = unacked.removeFirst();
    } while (taken.ptsUs() != ptsUs);
    if (taken.run() == run && taken.epoch() == epoch) {
      baseUs = Math.max(baseUs, ptsUs);
      if (state == ViewerState.CATCHUP && ptsUs >= burstEndUs) {
        state = ViewerState.LIVE;
      }
    } else if (state == ViewerState.CATCHUP && unacked.isEmpty()) {
      state = ViewerState.LIVE;
    }
  }

  void pause() {
    if (state != ViewerState.ENDED) {
      state = ViewerState.PAUSED;
      unacked.clear();
      leftOut = true;
    }
  }

  void resume() {
    if (state == ViewerState.PAUSED) {
      state = ViewerState.WAIT_KEY;
    }
  }

  void end() {
    state = ViewerState.ENDED;
    unacked.clear();
  }

  /** Units were left out before they came here. */
  void missed(long nowNs) {
    if (state == ViewerState.LIVE || state == ViewerState.CATCHUP) {
      resync(nowNs);
    }
  }

  /** Whether it has acknowledged nothing for too long although it should. */
  boolean isSilent(long nowNs) {
    return !unacked.isEmpty()
        && nowNs - unacked.peekFirst().atNs() > SILENCE_NS
        && nowNs - lastAckNs > SILENCE_NS;
  }

  /** Whether its link is too slow for these pictures. */
  boolean isStruggling(long nowNs) {
    return resyncs.size() >= STRUGGLE_RESYNCS && nowNs - resyncs.peekFirst() <= STRUGGLE_NS;
  }
}
