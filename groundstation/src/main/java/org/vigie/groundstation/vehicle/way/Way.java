package org.vigie.groundstation.vehicle.way;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;

/** One way to a vehicle and what is known of it. Confined to {@link Ways}. */
final class Way {
  /** The time after which ArduCopter gives up on the station (FS_GCS_TIMEOUT). */
  static final long LOST_AFTER_MS = 5000;

  /** A busy way that brings nothing for so long is not trusted with an order. */
  private static final long QUIET_BUSY_MS = 1000;

  /** A way that brings heartbeats only may lose one of them. */
  private static final long QUIET_IDLE_MS = 2500;

  private static final double BUSY_PER_S = 4;

  /** Autopilot, camera, gimbal, companion ... of one vehicle; more are carried, not counted. */
  private static final int COMPONENTS_MAX = 8;

  /** Its place in the bits of who said what. */
  final int index;

  final FrameOutlet outlet;
  final RoundTrip roundTrip = new RoundTrip();
  private final int[] componentIds = new int[COMPONENTS_MAX];
  private final @Nullable SequenceTrack[] tracks = new @Nullable SequenceTrack[COMPONENTS_MAX];
  private final LossWindow loss = new LossWindow();
  private Instant heardAt = Instant.EPOCH;
  private long heardMs;
  private long heartbeatMs;
  private long frames;
  private long lost;

  Way(int index, FrameOutlet outlet, long nowMs) {
    this.index = index;
    this.outlet = outlet;
    heartbeatMs = nowMs;
  }

  SequenceTrack.Place heard(Frame frame, Instant now, long nowMs) {
    heardAt = now;
    heardMs = nowMs;
    frames++;
    SequenceTrack track = track(frame.componentId());
    if (track == null) {
      return SequenceTrack.Place.AHEAD;
    }
    SequenceTrack.Place place =
        track.heard(frame.sequence(), frame.fingerprint(), nowMs, loss.ratePerS(nowMs));
    if (place == SequenceTrack.Place.AGAIN) {
      return place;
    }
    loss.heard(nowMs);
    if (track.gap() > 0) {
      lost += track.gap();
      loss.lost(track.gap(), nowMs);
    } else if (place == SequenceTrack.Place.LATE) {
      lost = Math.max(0, lost - 1);
      loss.found(nowMs);
    }
    return place;
  }

  void heartbeat(long nowMs) {
    heartbeatMs = nowMs;
  }

  /** Whether this way has brought the very frame that another brings now. */
  boolean holds(Frame frame, Way other, long nowMs) {
    SequenceTrack mine = find(frame.componentId());
    SequenceTrack theirs = other.find(frame.componentId());
    return mine != null
        && theirs != null
        && mine.holds(
            frame.sequence(), frame.fingerprint(), nowMs, theirs.halfWrapAgoMs(frame.sequence()));
  }

  /** Whether the vehicle's heartbeat still comes this way. */
  boolean alive(long nowMs) {
    return outlet.open() && nowMs - heartbeatMs <= LOST_AFTER_MS;
  }

  /** Whether less comes than an order can wait for. */
  boolean quiet(long nowMs) {
    boolean busy = loss.ratePerS(nowMs) >= BUSY_PER_S;
    return !outlet.open() || nowMs - heardMs > (busy ? QUIET_BUSY_MS : QUIET_IDLE_MS);
  }

  WayGrade grade(long nowMs) {
    if (!alive(nowMs)) {
      return WayGrade.SILENT;
    }
    return WayGrade.of((nowMs - heardMs) / 1000.0, loss.fraction(nowMs), roundTrip.seconds())
        .worse(roundTrip.grade());
  }

  WayQuality quality(long nowMs, boolean chosen) {
    OptionalDouble fraction = loss.fraction(nowMs);
    return new WayQuality(
        outlet.name(), grade(nowMs), chosen, heardAt, fraction, roundTrip.seconds(), frames, lost);
  }

  private @Nullable SequenceTrack find(int componentId) {
    for (int i = 0; i < COMPONENTS_MAX; i++) {
      if (componentIds[i] == componentId && tracks[i] != null) {
        return tracks[i];
      }
    }
    return null;
  }

  private @Nullable SequenceTrack track(int componentId) {
    SequenceTrack known = find(componentId);
    for (int i = 0; known == null && i < COMPONENTS_MAX; i++) {
      if (tracks[i] == null) {
        known = new SequenceTrack();
        componentIds[i] = componentId;
        tracks[i] = known;
      }
    }
    return known;
  }
}
