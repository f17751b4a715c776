package org.vigie.groundstation.vehicle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCurrent;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemReached;
import org.vigie.groundstation.mavlink.PositionMessage.Attitude;
import org.vigie.groundstation.mavlink.PositionMessage.GlobalPosition;
import org.vigie.groundstation.mavlink.PositionMessage.GpsRaw;
import org.vigie.groundstation.mavlink.PositionMessage.HomePosition;
import org.vigie.groundstation.mavlink.PowerMessage.BatteryStatus;
import org.vigie.groundstation.mavlink.StateMessage.AutopilotVersion;
import org.vigie.groundstation.mavlink.StateMessage.EkfStatus;
import org.vigie.groundstation.mavlink.StateMessage.EstimatorStatus;
import org.vigie.groundstation.mavlink.StateMessage.ExtendedSysState;
import org.vigie.groundstation.mavlink.StateMessage.FenceStatus;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.StateMessage.SysStatus;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.WindMessage;
import org.vigie.groundstation.vehicle.VehicleSnapshot.Identity;

/**
 * Folds messages into snapshots: (snapshot, message, now) to snapshot. Pure; a message that says
 * nothing about the state leaves the same snapshot.
 */
public final class VehicleReducer {
  /** PX4's "no mission", and a vehicle that does not know the field. */
  private static final int NO_TOTAL = 65535;

  /** PX4's, until a mission that was just stored is begun. */
  private static final int NO_ITEM = 65535;

  /** ArduPilot writes its git hash as text, PX4 as bytes. */
  private static final Pattern ASCII_HASH = Pattern.compile("[0-9a-f]{8}");

  /**
   * PX4 sets the bit of "constant position" whenever it stands still, also with a good position;
   * without one it takes the bits of a horizontal position away.
   *
   * @source recordings p11, p12 (at rest: 0x3FF), p4 (satellites lost: 0x65)
   */
  private static final int AT_REST = 0x80;

  /** What {@link #apply} looks at. */
  private static final Set<Integer> READ =
      Set.of(0, 1, 24, 30, 33, 42, 46, 147, 148, 162, 168, 193, 230, 231, 242, 245);

  private final AutopilotProfile profile;

  public VehicleReducer(AutopilotProfile profile) {
    this.profile = profile;
  }

  /** Whether a message says anything about the state. */
  static boolean reads(int messageId) {
    return messageId <= 245 && READ.contains(messageId);
  }

  /** The snapshot after a message of the vehicle's autopilot, received at a moment. */
  public VehicleSnapshot apply(VehicleSnapshot before, VehicleMessage message, Instant at) {
    SnapshotDraft draft = new SnapshotDraft(before);
    fold(draft, message, at);
    return draft.freeze();
  }

  /** Folds a message into a draft; false when it says nothing about the state. */
  boolean fold(SnapshotDraft draft, VehicleMessage message, Instant at) {
    boolean state = change(draft, message, at);
    if (state) {
      draft.touch();
    }
    return state;
  }

  /** Time has passed: only the link's state ages. */
  void age(SnapshotDraft draft, Instant now) {
    LinkState link = LinkState.of(draft.lastHeartbeatAt, now);
    if (link != draft.link) {
      draft.link = link;
      draft.touch();
    }
  }

  private boolean change(SnapshotDraft draft, VehicleMessage message, Instant at) {
    if (message instanceof Heartbeat heartbeat) {
      onHeartbeat(draft, heartbeat, at);
    } else if (message instanceof GlobalPosition position) {
      onPosition(draft, position, at);
    } else if (message instanceof Attitude attitude) {
      draft.attitude(attitude.rollRad(), attitude.pitchRad(), attitude.yawRad(), at);
    } else if (message instanceof GpsRaw gps) {
      draft.gps(gps.fixType(), gps.satellites(), gps.hdop(), gps.horizontalAccuracyM(), at);
    } else if (message instanceof MissionCurrent current) {
      onMission(draft, current, at);
    } else if (message instanceof MissionItemReached reached) {
      OptionalInt before = draft.lastReachedSeq;
      draft.lastReachedSeq = OptionalInt.of(reached.seq());
      return !draft.lastReachedSeq.equals(before); // PX4 says it some ten times
    } else {
      return changeRarer(draft, message, at);
    }
    return true;
  }

  private boolean changeRarer(SnapshotDraft draft, VehicleMessage message, Instant at) {
    if (message instanceof SysStatus status) {
      draft.status(
          status.prearmHealthy(),
          status.batteryVolts(),
          status.batteryAmps(),
          status.batteryPercent(),
          at);
    } else if (message instanceof BatteryStatus battery) {
      return onBattery(draft, battery, at);
    } else if (message instanceof HomePosition home) {
      draft.home = new VehicleSnapshot.HomeFix(home.position(), home.altitude(), at);
    } else if (message instanceof ExtendedSysState state) {
      draft.landed = LandedState.of(state.landedState());
    } else if (message instanceof EkfStatus ekf) {
      draft.ekf(ekf.flags(), ekf.positionHorizontalVariance(), at);
    } else if (message instanceof EstimatorStatus estimator) {
      draft.ekf(estimator.flags() & ~AT_REST, estimator.positionHorizontalRatio(), at);
    } else if (message instanceof FenceStatus fence) {
      draft.fence =
          new VehicleSnapshot.Fence(fence.breached(), fence.breachCount(), fence.breachType(), at);
    } else if (message instanceof AutopilotVersion version) {
      onVersion(draft, version);
    } else if (message instanceof WindMessage wind) {
      OptionalDouble mps = wind.speedMps();
      draft.wind = mps.isPresent() ? new VehicleSnapshot.Wind(mps.getAsDouble(), at) : null;
    } else {
      return false;
    }
    return true;
  }

  private void onHeartbeat(SnapshotDraft draft, Heartbeat heartbeat, Instant at) {
    if (draft.firstHeartbeatAt == null) {
      draft.firstHeartbeatAt = at;
    }
    draft.lastHeartbeatAt = at;
    draft.link = LinkState.OK;
    draft.mode = profile(heartbeat).mode(heartbeat.customMode());
    draft.armed = heartbeat.armed();
    draft.systemStatus = heartbeat.systemStatus();
    Identity known = draft.identity;
    draft.identity =
        known == null
            ? new Identity(heartbeat.autopilot(), heartbeat.type(), "", "", "", 0)
            : new Identity(
                heartbeat.autopilot(),
                heartbeat.type(),
                known.version(),
                known.gitHash(),
                known.uid(),
                known.capabilities());
  }

  /** Another autopilot than the one that was expected is shown as what it is. */
  private AutopilotProfile profile(Heartbeat heartbeat) {
    return profile.flies(heartbeat.autopilot(), heartbeat.type())
        ? profile
        : AutopilotProfile.find(heartbeat.autopilot(), heartbeat.type()).orElse(profile);
  }

  /** Exactly 0, 0 is what autopilots send before they have a position. */
  private static boolean isNowhere(LatLon point) {
    return point.latE7() == 0 && point.lonE7() == 0;
  }

  private static void onPosition(SnapshotDraft draft, GlobalPosition position, Instant at) {
    if (isNowhere(position.position())) {
      draft.noPosition();
      return;
    }
    draft.position(
        position.position(),
        position.altitude(),
        position.height(),
        position.velocity(),
        position.headingDeg(),
        at);
  }

  private static void onMission(SnapshotDraft draft, MissionCurrent current, Instant at) {
    int total = current.total();
    draft.mission =
        new VehicleSnapshot.MissionProgress(
            current.seq() == NO_ITEM ? 0 : current.seq(),
            total == NO_TOTAL ? OptionalInt.empty() : OptionalInt.of(total),
            MissionState.of(current.missionState()),
            at);
  }

  private static boolean onBattery(SnapshotDraft draft, BatteryStatus battery, Instant at) {
    OptionalInt percent = battery.remainingPercent();
    return draft.battery(
        battery.id(),
        battery.volts(),
        battery.currentAmps(),
        percent.isPresent() ? OptionalDouble.of(percent.getAsInt()) : OptionalDouble.empty(),
        battery.consumedMah(),
        battery.chargeState(),
        at);
  }

  private static void onVersion(SnapshotDraft draft, AutopilotVersion version) {
    Identity known = draft.identity;
    long number = version.flightSwVersion();
    String dotted =
        (number >> 24 & 0xFF)
            + "."
            + (number >> 16 & 0xFF)
            + "."
            + (number >> 8 & 0xFF)
            + ripeness((int) (number & 0xFF));
    boolean uid2 = version.uid2Hex().chars().anyMatch(c -> c != '0');
    String uid = version.uid() == 0 ? "" : HexFormat.of().toHexDigits(version.uid());
    draft.identity =
        new Identity(
            known == null ? 0 : known.autopilot(),
            known == null ? 0 : known.type(),
            dotted,
            gitHash(version.flightCustomHex()),
            uid2 ? version.uid2Hex() : uid,
            version.capabilities());
  }

  /**
   * What is written behind a version that is not a release.
   *
   * @source MAVLink minimal.xml, FIRMWARE_VERSION_TYPE
   */
  private static String ripeness(int type) {
    if (type >= 255) {
      return "";
    }
    if (type >= 192) {
      return "-rc";
    }
    if (type >= 128) {
      return "-beta";
    }
    return type >= 64 ? "-alpha" : "-dev";
  }

  private static String gitHash(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (ASCII_HASH.matcher(text).matches()) {
      return text;
    }
    StringBuilder reversed = new StringBuilder();
    for (int i = bytes.length - 1; i >= 0; i--) {
      reversed.append(HexFormat.of().toHexDigits(bytes[i]));
    }
    return reversed.toString();
  }
}
