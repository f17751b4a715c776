package org.vigie.groundstation.flightlog.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.StateMessage;
import org.vigie.groundstation.mavlink.TelemetryViews.BatteryStatusView;
import org.vigie.groundstation.mavlink.TelemetryViews.GlobalPositionView;
import org.vigie.groundstation.mavlink.TelemetryViews.SysStatusView;
import org.vigie.groundstation.mavlink.TlogReader;
import org.vigie.groundstation.mavlink.TlogRecord;

/**
 * Reads a flight's telemetry once, frame by frame: its track and what is summed up of it.
 *
 * @threading confined to the reader
 */
final class TelemetryReading {
  private static final int HEARTBEAT = 0;

  /** MAV_AUTOPILOT_INVALID: a ground station or a camera, no aircraft. */
  private static final int NO_AUTOPILOT = 8;

  private static final int SEQUENCE = 256;

  /** More frames than this are not missing at once: the sender was started again. */
  private static final int LOST_AT_ONCE_MAX = 128;

  /** MAV_COMP_ID_AUTOPILOT1. */
  private static final int AUTOPILOT = 1;

  private final List<TrackPoint> track = new ArrayList<>();
  private final long bytes;
  private int system = -1;
  private int lastSequence = -1;
  private @Nullable Instant lastHeard;
  private Duration silence = Duration.ZERO;
  private long frames;
  private long junk;
  private long mine;
  private long lost;
  private @Nullable Double firstPercent;
  private @Nullable Double lastPercent;
  private @Nullable Double consumedMah;
  private @Nullable Double leastVolts;

  TelemetryReading(byte[] tlog) {
    bytes = tlog.length;
    TlogReader reader = new TlogReader(tlog);
    for (Optional<TlogRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
      frames++;
      take(next.get());
    }
    junk = reader.junkBytes();
  }

  List<TrackPoint> track() {
    return track;
  }

  private void take(TlogRecord record) {
    Frame frame = record.frame();
    if (system < 0 && isAircraft(frame)) {
      system = frame.systemId();
    }
    if (frame.systemId() != system || frame.componentId() != AUTOPILOT) {
      return;
    }
    count(frame, record.at());
    switch (frame.messageId()) {
      case GlobalPositionView.ID -> position(new GlobalPositionView(frame), record.at());
      case SysStatusView.ID -> state(new SysStatusView(frame));
      case BatteryStatusView.ID -> battery(new BatteryStatusView(frame));
      default -> {
        // not summed up
      }
    }
  }

  private static boolean isAircraft(Frame frame) {
    return frame.messageId() == HEARTBEAT
        && frame.componentId() == AUTOPILOT
        && Messages.decode(frame) instanceof StateMessage.Heartbeat beat
        && beat.autopilot() != NO_AUTOPILOT;
  }

  private void count(Frame frame, Instant at) {
    mine++;
    if (lastSequence >= 0) {
      int missing = Math.floorMod(frame.sequence() - lastSequence - 1, SEQUENCE);
      lost += missing <= LOST_AT_ONCE_MAX ? missing : 0;
    }
    lastSequence = frame.sequence();
    Instant before = lastHeard;
    if (before != null && Duration.between(before, at).compareTo(silence) > 0) {
      silence = Duration.between(before, at);
    }
    lastHeard = at;
  }

  private void position(GlobalPositionView view, Instant at) {
    if (!view.sensible() || view.nowhere()) {
      return;
    }
    double speedMps = Math.hypot(view.velocity().northMps(), view.velocity().eastMps());
    track.add(
        new TrackPoint(
            at, view.position(), view.altitude().metres(), view.height().metres(), speedMps));
  }

  private void state(SysStatusView view) {
    leastVolts = least(leastVolts, view.batteryVolts());
    view.batteryPercent()
        .ifPresent(
            percent -> {
              firstPercent = firstPercent == null ? Double.valueOf(percent) : firstPercent;
              lastPercent = percent;
            });
  }

  private void battery(BatteryStatusView view) {
    consumedMah = greatest(consumedMah, view.consumedMah());
  }

  private static @Nullable Double least(@Nullable Double before, OptionalDouble now) {
    if (now.isEmpty()) {
      return before;
    }
    return before == null ? now.getAsDouble() : Math.min(before, now.getAsDouble());
  }

  private static @Nullable Double greatest(@Nullable Double before, OptionalDouble now) {
    if (now.isEmpty()) {
      return before;
    }
    return before == null ? now.getAsDouble() : Math.max(before, now.getAsDouble());
  }

  /** The numbers, heights and ways of the part of the track that was flown. */
  TelemetrySummary summary(FlownTrack flown, @Nullable Double aboveGroundM) {
    return new TelemetrySummary(
        bytes,
        frames,
        junk,
        flown.greatestHeightM(),
        aboveGroundM,
        flown.greatestSpeedMps(),
        flown.wayM(),
        flown.farthestM(),
        firstPercent,
        lastPercent,
        consumedMah,
        leastVolts,
        lastHeard == null ? null : silence,
        mine,
        lost);
  }

  /** Where the aircraft first said that it was. */
  Optional<LatLon> start() {
    return track.stream().findFirst().map(TrackPoint::position);
  }
}
