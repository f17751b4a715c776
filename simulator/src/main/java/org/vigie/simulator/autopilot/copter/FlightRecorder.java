package org.vigie.simulator.autopilot.copter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.flightlog.DataFlash;
import org.vigie.simulator.autopilot.flightlog.DataFlash.Kind;
import org.vigie.simulator.autopilot.flightlog.LogCard;
import org.vigie.simulator.autopilot.param.Parameter;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * Keeps the log of each flight, from arming to disarming (always with LOG_DISARMED): parameters,
 * texts, modes, attitude and place five times a second, battery each second. Confined to the
 * world's thread.
 *
 * @source AP_Logger LogStructure.h, ArduCopter Log.cpp: names and fields of the records
 */
final class FlightRecorder {
  private static final Kind PARM = new Kind(129, "PARM", "QNff", "TimeUS,Name,Value,Default");
  private static final Kind MSG = new Kind(130, "MSG", "QZ", "TimeUS,Message");
  private static final Kind MODE = new Kind(131, "MODE", "QMBB", "TimeUS,Mode,ModeNum,Rsn");
  private static final Kind ATT =
      new Kind(132, "ATT", "QffffffB", "TimeUS,DesRoll,Roll,DesPitch,Pitch,DesYaw,Yaw,AEKF");
  private static final Kind GPS =
      new Kind(
          133,
          "GPS",
          "QBBIHBcLLeffffB",
          "TimeUS,I,Status,GMS,GWk,NSats,HDop,Lat,Lng,Alt,Spd,GCrs,VZ,Yaw,U");
  private static final Kind POS =
      new Kind(134, "POS", "QLLfff", "TimeUS,Lat,Lng,Alt,RelHomeAlt,RelOriginAlt");
  private static final Kind BAT =
      new Kind(135, "BAT", "QBffffffB", "TimeUS,Inst,Volt,VoltR,Curr,CurrTot,EnrgTot,Res,RemPct");
  private static final Kind EV = new Kind(136, "EV", "QB", "TimeUS,Id");

  /** Events. @source AP_Logger LogEvent */
  private static final int ARMED = 10;

  private static final int DISARMED = 11;

  private static final Instant GPS_EPOCH = Instant.parse("1980-01-06T00:00:00Z");
  private static final int WEEK_S = 604_800;

  /** GPS time runs ahead of UTC. @source IERS bulletin C: 18 s since 2017 */
  private static final int LEAP_S = 18;

  private final Craft craft;
  private final CopterFirmware firmware;
  private final Modes modes;
  private final Senses senses;
  private final BatteryMonitor battery;
  private final Instant boot;
  private final LogCard card = new LogCard();
  private @Nullable DataFlash log;
  private boolean armed;
  private @Nullable FlightMode mode;
  private int looks;

  FlightRecorder(
      Craft craft,
      CopterFirmware firmware,
      Modes modes,
      Senses senses,
      BatteryMonitor battery,
      Instant boot) {
    this.craft = craft;
    this.firmware = firmware;
    this.modes = modes;
    this.senses = senses;
    this.battery = battery;
    this.boot = boot;
  }

  LogCard card() {
    return card;
  }

  /** Ten times a second. */
  void update(Demand demand) {
    boolean wanted =
        craft.params.get("LOG_BACKEND_TYPE") != 0
            && (craft.armed || craft.params.get("LOG_DISARMED") != 0);
    if (wanted && log == null) {
      begin();
    } else if (!wanted && log != null) {
      event(DISARMED);
      log = null;
    }
    DataFlash open = log;
    if (open == null || open.full()) {
      return;
    }
    if (armed != craft.armed) {
      armed = craft.armed;
      event(armed ? ARMED : DISARMED);
    }
    if (mode != modes.mode()) {
      mode = modes.mode();
      open.write(MODE, us(), mode.number(), mode.number(), 0);
    }
    if (looks % 2 == 0) {
      attitude(open, demand);
      places(open);
    }
    if (looks++ % 10 == 0) {
      battery(open);
    }
  }

  private void begin() {
    DataFlash begun = new DataFlash(card.begin(now()));
    log = begun;
    mode = null;
    looks = 0;
    begun.write(MSG, us(), firmware.banner());
    for (Parameter parameter : craft.params.list()) {
      begun.write(
          PARM, us(), parameter.name(), craft.params.value(parameter), parameter.defaultValue());
    }
  }

  private Instant now() {
    return boot.plus(Duration.ofMillis((long) (craft.timeS * 1000)));
  }

  private long us() {
    return (long) (craft.timeS * 1e6);
  }

  private void event(int id) {
    if (log != null) {
      log.write(EV, us(), id);
    }
  }

  /** A text for the ground. */
  void message(String text) {
    if (log != null && !log.full()) {
      log.write(MSG, us(), text);
    }
  }

  private void attitude(DataFlash open, Demand demand) {
    NavState nav = craft.nav;
    double sin = Math.sin(nav.yawRad());
    double cos = Math.cos(nav.yawRad());
    double right = demand.leanEastRad() * cos - demand.leanNorthRad() * sin;
    double ahead = demand.leanNorthRad() * cos + demand.leanEastRad() * sin;
    double yaw = degrees(nav.yawRad());
    open.write(
        ATT,
        us(),
        Math.toDegrees(right),
        Math.toDegrees(nav.attitude().rollRad()),
        Math.toDegrees(-ahead),
        Math.toDegrees(nav.attitude().pitchRad()),
        yaw,
        yaw,
        3);
  }

  private static double degrees(double rad) {
    return (Math.toDegrees(rad) + 360) % 360;
  }

  private void places(DataFlash open) {
    NavState nav = craft.nav;
    LatLon at = craft.geographic(nav.position());
    double up = nav.position().up();
    boolean fix = senses.gpsOk();
    Duration since = Duration.between(GPS_EPOCH, now()).plusSeconds(LEAP_S);
    open.write(
        GPS,
        us(),
        0,
        fix ? 3 : 1,
        since.toMillis() % (WEEK_S * 1000L),
        since.toSeconds() / WEEK_S,
        fix ? 10 : 0,
        fix ? 121 : 9999,
        fix ? at.latE7() : 0,
        fix ? at.lonE7() : 0,
        up * 100,
        nav.velocity().horizontal(),
        degrees(Math.atan2(nav.velocity().east(), nav.velocity().north())),
        -nav.velocity().up(),
        0,
        1);
    double homeUp = craft.homeUpM();
    open.write(POS, us(), at.latE7(), at.lonE7(), up, up - homeUp, up - homeUp);
  }

  private void battery(DataFlash open) {
    SensorFrame sensors = senses.latest();
    open.write(
        BAT,
        us(),
        0,
        sensors.batteryVolts(),
        sensors.batteryVolts(),
        sensors.batteryA(),
        sensors.consumedMah(),
        sensors.consumedWh(),
        0,
        Math.max(0, battery.remainingPercent()));
  }
}
