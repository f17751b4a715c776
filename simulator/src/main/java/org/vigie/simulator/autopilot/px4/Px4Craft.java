package org.vigie.simulator.autopilot.px4;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.control.SpeedLimits;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/** What commander, navigator and failsafes share. Confined to the world's thread. */
final class Px4Craft {
  /**
   * PX4 shapes its paths with limited jerk (MPC_JERK_AUTO), here acceleration alone is limited:
   * half of MPC_ACC_HOR takes as long. Recording p1 stops from 5.6 m/s within 10 m.
   */
  private static final double JERK_SHARE = 0.5;

  final Px4Params params;
  final LocalFrame frame;
  final Px4Voice voice;
  final Map<ItemSlot.Type, ItemSlot> slots = new EnumMap<>(ItemSlot.Type.class);
  final Sticks sticks = new Sticks();
  private final Pilot pilot = new Pilot(this);
  double timeS;
  NavState nav = new NavState(Vec3.ZERO, Vec3.ZERO, 0, 0, false);
  @Nullable Home home;

  /** The estimator's: the first home there was. */
  @Nullable Home origin;

  boolean armed;

  /** The mode that flies. */
  Px4Mode mode = Px4Mode.HOLD;

  boolean landed = true;
  boolean gpsOk;

  /** What keeps remote identification from transmitting, empty for nothing. */
  Supplier<Optional<String>> remoteId = Optional::empty;

  /** What DO_CHANGE_SPEED asked for; NaN for MPC_XY_CRUISE. */
  double cruiseMps = Double.NaN;

  /** What the nose and the camera look at. */
  @Nullable Vec3 interest;

  Px4Craft(Px4Params params, LocalFrame frame, Px4Voice voice) {
    this.params = params;
    this.frame = frame;
    this.voice = voice;
    for (ItemSlot.Type type : ItemSlot.Type.values()) {
      slots.put(type, new ItemSlot());
    }
  }

  Pilot pilot() {
    return pilot;
  }

  boolean sticksFresh() {
    return sticks.fresh(timeS, params.get("COM_RC_LOSS_T", 0, 35));
  }

  ItemSlot slot(ItemSlot.Type type) {
    ItemSlot slot = slots.get(type);
    if (slot == null) {
      throw new IllegalStateException("no store for " + type);
    }
    return slot;
  }

  /** A text that is an event as well. */
  void say(int severity, String text, Px4Event event) {
    voice.text(severity, text + "\t");
    voice.event(event);
  }

  SpeedLimits limits() {
    double most = params.get("MPC_XY_VEL_MAX", 0.5, 20);
    double cruise = Double.isNaN(cruiseMps) ? params.get("MPC_XY_CRUISE", 0.5, 20) : cruiseMps;
    return new SpeedLimits(
        Math.min(cruise, most),
        params.get("MPC_Z_V_AUTO_UP", 0.5, 8),
        params.get("MPC_Z_V_AUTO_DN", 0.5, 4),
        params.get("MPC_ACC_HOR", 1, 15) * JERK_SHARE,
        params.get("MPC_ACC_UP_MAX", 1, 15));
  }

  /** How far a velocity carries while it is braked away; level. */
  Vec3 stopping(Vec3 velocity, SpeedLimits limits) {
    double factor = velocity.horizontal() / (2 * limits.accelMps2());
    return new Vec3(velocity.east() * factor, velocity.north() * factor, 0);
  }

  double homeUpM() {
    return home == null ? nav.position().up() : home.altitudeAmslM();
  }

  /** Any place that somebody names, be it at the end of the world: the way there is right. */
  Vec3 local(LatLon place, double upM) {
    Enu at = frame.toward(place);
    return new Vec3(at.eastM(), at.northM(), upM);
  }

  LatLon geographic(Vec3 local) {
    return frame.toGeographic(new Enu(local.east(), local.north()));
  }

  /** Whether an item names a place on the globe. */
  static boolean onGlobe(Item item) {
    return Math.abs((double) item.x()) <= 900_000_000
        && Math.abs((double) item.y()) <= 1_800_000_000;
  }

  /**
   * Altitude above mean sea level that an item asks for; a height that is none is the present one.
   */
  double upM(Item item) {
    if (!Float.isFinite(item.z())) {
      return nav.position().up();
    }
    return item.frame() == 3 || item.frame() == 6 ? homeUpM() + item.z() : item.z();
  }

  /** Where an item is; what is not on the globe is here. */
  Vec3 target(Item item) {
    if (!onGlobe(item)) {
      return new Vec3(nav.position().east(), nav.position().north(), upM(item));
    }
    return local(item.place(), upM(item));
  }
}
