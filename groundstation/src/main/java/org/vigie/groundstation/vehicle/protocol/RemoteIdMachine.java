package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.RemoteIdMessage;
import org.vigie.groundstation.mavlink.RemoteIdMessage.ArmStatus;
import org.vigie.groundstation.mavlink.RemoteIdMessage.BasicId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.OperatorId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SelfId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SystemState;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SystemUpdate;

/**
 * Feeds a vehicle's remote identification transmitter with what only the station knows, and hears
 * from it whether that is enough.
 *
 * <pre>
 * not heard --begin--> all at once, then each 5 s: who, what, where and of which class
 *                                   each 1 s: where (SYSTEM_UPDATE, or SYSTEM where that is unknown)
 * begin again (regained, restarted), another operator --> all at once
 * </pre>
 *
 * The place is sent each second because transmitter and ArduPilot take three seconds without it for
 * its loss. Nothing is sent when nobody on board broadcasts or a module does alone, and no place
 * before one is known: 0, 0 would be a lie. The operator's secret characters never come here.
 *
 * @source MAVLink guide, services, opendroneid; AP_OpenDroneID.cpp, pre_arm_check and handle_msg (3
 *     s); ArduRemoteID transport.cpp, arm_status_check (SYSTEM 3 s, SELF_ID and OPERATOR_ID 22 s);
 *     PX4 mavlink_receiver.cpp, which takes OPERATOR_ID, SELF_ID and SYSTEM and makes its own
 *     BASIC_ID (streams/OPEN_DRONE_ID_BASIC_ID.hpp)
 */
public final class RemoteIdMachine {
  /** Two may be lost before three seconds have passed. */
  static final Duration PLACE_PERIOD = Duration.ofSeconds(1);

  /** Three may be lost before 22 seconds have passed. */
  static final Duration ALL_PERIOD = Duration.ofSeconds(5);

  /** A transmitter says how it is each second; ArduPilot tells of its loss after as long. */
  static final Duration SILENT_AFTER = Duration.ofSeconds(5);

  /**
   * Seconds from 1970 to 2019.
   *
   * @source ASTM F3411, epoch of 2019-01-01T00:00:00Z
   */
  static final long EPOCH_S = 1_546_300_800L;

  private static final int EVERY_COMPONENT = 0;
  private static final int MULTIROTOR = 2;
  private static final int SERIAL_NUMBER = 1;
  private static final int EUROPEAN = 1;
  private static final float UNKNOWN_M = -1000;

  private final Peer peer;
  private final boolean ownsIdentity;
  private RemoteIdentity identity = RemoteIdentity.NONE;
  private boolean begun;
  private @Nullable Instant allAt;
  private @Nullable Instant placedAt;
  private @Nullable OperatorPlace placed;
  private @Nullable ArmStatus status;
  private Instant statusAt = Instant.EPOCH;

  /**
   * For one vehicle, so far without identity.
   *
   * @param ownsIdentity whether the autopilot makes the aircraft's own identity, and takes the
   *     place in SYSTEM only, as PX4
   */
  public RemoteIdMachine(Peer peer, boolean ownsIdentity) {
    this.peer = peer;
    this.ownsIdentity = ownsIdentity;
  }

  /** What is broadcast from now on; all of it is sent again if it differs. */
  public void identify(RemoteIdentity now) {
    if (!now.equals(identity)) {
      identity = now;
      allAt = null;
    }
  }

  /** The vehicle is heard, for the first time or again: it may have forgotten. */
  public void begin() {
    begun = true;
    allAt = null;
  }

  /** A transmitter's or autopilot's word. */
  public void onStatus(ArmStatus heard, Instant now) {
    status = heard;
    statusAt = now;
  }

  /**
   * What is due.
   *
   * @param takeOff where the aircraft takes off, if that is known
   */
  public List<RemoteIdMessage> onTick(Instant now, @Nullable OperatorPlace takeOff) {
    if (!begun || identity.carrier() != RemoteIdentity.Carrier.AUTOPILOT) {
      return List.of();
    }
    OperatorPlace place = identity.fixedPlace() == null ? takeOff : identity.fixedPlace();
    List<RemoteIdMessage> due = new ArrayList<>();
    if (isDue(allAt, ALL_PERIOD, now)) {
      allAt = now;
      addWho(due);
      if (place != null) {
        due.add(system(place, now));
        placed(place, now);
      }
    } else if (place != null && (isDue(placedAt, PLACE_PERIOD, now) || !place.equals(placed))) {
      due.add(ownsIdentity || placed == null ? system(place, now) : update(place, now));
      placed(place, now);
    }
    return due;
  }

  /** How it is now. */
  public RemoteIdState state(Instant now) {
    ArmStatus last = status;
    if (last == null) {
      return new RemoteIdState(identity.carrier(), RemoteIdState.Status.NONE, "", placedAt);
    }
    boolean silent = now.isAfter(statusAt.plus(SILENT_AFTER));
    RemoteIdState.Status told = last.good() ? RemoteIdState.Status.GOOD : RemoteIdState.Status.FAIL;
    return new RemoteIdState(
        identity.carrier(),
        silent ? RemoteIdState.Status.SILENT : told,
        last.good() ? "" : last.error(),
        placedAt);
  }

  private static boolean isDue(@Nullable Instant last, Duration period, Instant now) {
    return last == null || !now.isBefore(last.plus(period));
  }

  private void placed(OperatorPlace place, Instant now) {
    placed = place;
    placedAt = now;
  }

  private void addWho(List<RemoteIdMessage> due) {
    if (!identity.operatorId().isEmpty()) {
      due.add(new OperatorId(peer.system(), EVERY_COMPONENT, "", 0, identity.operatorId()));
    }
    if (!identity.selfId().isEmpty()) {
      due.add(new SelfId(peer.system(), EVERY_COMPONENT, "", 0, identity.selfId()));
    }
    if (!identity.serialNumber().isEmpty() && !ownsIdentity) {
      due.add(
          new BasicId(
              peer.system(),
              EVERY_COMPONENT,
              "",
              SERIAL_NUMBER,
              MULTIROTOR,
              identity.serialNumber()));
    }
  }

  private SystemState system(OperatorPlace place, Instant now) {
    return new SystemState(
        place.point().latE7(),
        place.point().lonE7(),
        UNKNOWN_M,
        UNKNOWN_M,
        (float) place.height().metres(),
        sinceS(now),
        1,
        0,
        peer.system(),
        EVERY_COMPONENT,
        "",
        place.kind().number(),
        EUROPEAN,
        identity.category(),
        identity.classEu());
  }

  private SystemUpdate update(OperatorPlace place, Instant now) {
    return new SystemUpdate(
        place.point().latE7(),
        place.point().lonE7(),
        (float) place.height().metres(),
        sinceS(now),
        peer.system(),
        EVERY_COMPONENT);
  }

  /** 0 is "not known": a clock before 2019 is none. */
  private static long sinceS(Instant now) {
    return Math.max(0, now.getEpochSecond() - EPOCH_S);
  }
}
