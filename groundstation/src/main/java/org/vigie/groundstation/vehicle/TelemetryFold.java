package org.vigie.groundstation.vehicle;

import java.time.Instant;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.TelemetryViews.AttitudeView;
import org.vigie.groundstation.mavlink.TelemetryViews.BatteryStatusView;
import org.vigie.groundstation.mavlink.TelemetryViews.EkfStatusView;
import org.vigie.groundstation.mavlink.TelemetryViews.GlobalPositionView;
import org.vigie.groundstation.mavlink.TelemetryViews.GpsRawView;
import org.vigie.groundstation.mavlink.TelemetryViews.SysStatusView;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Folds a vehicle's frames into one snapshot a turn. The messages that make up the stream are read
 * in place, what says nothing about the state is not read at all, the rest is decoded. Confined to
 * one thread.
 */
public final class TelemetryFold {
  /** What became of a frame. */
  public enum Folded {
    /** It changed the snapshot. */
    STATE,
    /** It says nothing about the state. */
    NOTHING,
    /** Its values make no sense. */
    UNREADABLE
  }

  private final VehicleReducer reducer;
  private final SnapshotDraft draft;

  public TelemetryFold(VehicleReducer reducer, VehicleSnapshot from) {
    this.reducer = reducer;
    this.draft = new SnapshotDraft(from);
  }

  SnapshotDraft draft() {
    return draft;
  }

  /** The snapshot of all that was folded so far. */
  public VehicleSnapshot snapshot() {
    return draft.freeze();
  }

  /** A frame of the vehicle's autopilot, received at a moment. */
  public Folded fold(Frame frame, Instant at) {
    return switch (frame.messageId()) {
      case AttitudeView.ID -> attitude(new AttitudeView(frame), at);
      case GlobalPositionView.ID -> position(new GlobalPositionView(frame), at);
      case GpsRawView.ID -> gps(new GpsRawView(frame), at);
      case SysStatusView.ID -> sysStatus(new SysStatusView(frame), at);
      case BatteryStatusView.ID -> battery(new BatteryStatusView(frame), at);
      case EkfStatusView.ID -> ekf(new EkfStatusView(frame), at);
      default ->
          VehicleReducer.reads(frame.messageId())
              ? fold(Messages.decode(frame), at)
              : Folded.NOTHING;
    };
  }

  /** A message of the vehicle's autopilot. */
  public Folded fold(VehicleMessage message, Instant at) {
    if (message instanceof VehicleMessage.Unreadable unreadable) {
      boolean unspoken = unreadable.reason().isEmpty();
      return unspoken ? Folded.NOTHING : Folded.UNREADABLE;
    }
    return reducer.fold(draft, message, at) ? Folded.STATE : Folded.NOTHING;
  }

  /** Time has passed. */
  void age(Instant now) {
    reducer.age(draft, now);
  }

  private Folded attitude(AttitudeView view, Instant at) {
    if (!view.sensible()) {
      return Folded.UNREADABLE;
    }
    draft.attitude(view.rollRad(), view.pitchRad(), view.yawRad(), at);
    return Folded.STATE;
  }

  private Folded position(GlobalPositionView view, Instant at) {
    if (!view.sensible()) {
      return Folded.UNREADABLE;
    }
    if (view.nowhere()) {
      draft.noPosition();
    } else {
      draft.position(
          view.position(), view.altitude(), view.height(), view.velocity(), view.headingDeg(), at);
    }
    return Folded.STATE;
  }

  private Folded gps(GpsRawView view, Instant at) {
    if (!view.sensible()) {
      return Folded.UNREADABLE;
    }
    draft.gps(view.fixType(), view.satellites(), view.hdop(), view.horizontalAccuracyM(), at);
    return Folded.STATE;
  }

  private Folded sysStatus(SysStatusView view, Instant at) {
    draft.status(
        view.prearmHealthy(), view.batteryVolts(), view.batteryAmps(), view.batteryPercent(), at);
    return Folded.STATE;
  }

  private Folded battery(BatteryStatusView view, Instant at) {
    return draft.battery(
            view.id(),
            view.volts(),
            view.currentAmps(),
            view.remainingPercent(),
            view.consumedMah(),
            view.chargeState(),
            at)
        ? Folded.STATE
        : Folded.NOTHING;
  }

  private Folded ekf(EkfStatusView view, Instant at) {
    draft.ekf(view.flags(), view.horizontalVariance(), at);
    return Folded.STATE;
  }
}
