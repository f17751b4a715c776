package org.vigie.groundstation.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * A vehicle of the live picture. Absent is unknown.
 *
 * @param link OK, STALE, LOST or NEVER
 * @param ageS seconds since the last position
 * @param heightAboveHomeM metres
 * @param altitudeAmslM metres
 * @param heightAglM metres above the ground below
 * @param climbMps positive up
 * @param headingDeg degrees true
 * @param batteryPercent 0 to 100
 * @param missionSeq the current mission item
 * @param missionTotal number of mission items, or of the last one
 * @param identity absent until it was heard, and from stations that do not say
 * @param ways the links to it, none from stations that do not say
 * @param remoteId how its remote identification is; absent from stations that do not say
 * @param camera its first camera, absent until it was told
 */
public record LiveVehicle(
    String vehicleId,
    String link,
    @Nullable Double ageS,
    @Nullable Double heartbeatAgeS,
    boolean armed,
    String mode,
    @Nullable LatLon position,
    @Nullable Double heightAboveHomeM,
    @Nullable Double altitudeAmslM,
    @Nullable Double heightAglM,
    @Nullable Double groundSpeedMps,
    @Nullable Double climbMps,
    @Nullable Double headingDeg,
    @Nullable Double batteryPercent,
    @Nullable Double batteryVolts,
    @Nullable String flightId,
    @Nullable Containing containment,
    @Nullable Integer missionSeq,
    @Nullable Integer missionTotal,
    @Nullable Identified identity,
    List<Way> ways,
    @Nullable Home home,
    @Nullable RemoteId remoteId,
    @Nullable Camera camera,
    @Nullable Gimbal gimbal,
    List<Stream> videoStreams) {
  public LiveVehicle {
    ways = List.copyOf(ways);
    videoStreams = List.copyOf(videoStreams);
  }

  /** Where it believes home to be. */
  public record Home(LatLon point, double amslM) {
    static @Nullable Home of(Members body) {
      LatLon point = body.point("lat", "lon");
      Double amslM = body.numberOrNull("amslM");
      return point == null || amslM == null ? null : new Home(point, amslM);
    }
  }

  /**
   * How its remote identification is.
   *
   * @param carriedBy NOBODY, AUTOPILOT or MODULE
   * @param armStatus GOOD, FAIL, SILENT or NONE
   * @param error why not, in the transmitter's words
   * @param positionAgeS seconds since the operator's place was last sent to it
   */
  public record RemoteId(
      String carriedBy, String armStatus, String error, @Nullable Double positionAgeS) {
    static @Nullable RemoteId of(Members body) {
      return body.present()
          ? new RemoteId(
              body.text("carriedBy", "NOBODY"),
              body.text("armStatus", "NONE"),
              body.text("error"),
              body.numberOrNull("positionAgeS"))
          : null;
    }
  }

  /** A camera; the component that speaks for it, 1 is the autopilot. */
  public record Camera(int component, String vendor, String model, int widthPx, int heightPx) {
    static @Nullable Camera of(Members body) {
      return body.present()
          ? new Camera(
              body.whole("component"),
              body.text("vendor"),
              body.text("model"),
              body.whole("widthPx"),
              body.whole("heightPx"))
          : null;
    }
  }

  /** A gimbal's stops in degrees. */
  public record Gimbal(
      int component,
      @Nullable Double pitchMinDeg,
      @Nullable Double pitchMaxDeg,
      @Nullable Double yawMinDeg,
      @Nullable Double yawMaxDeg) {
    static @Nullable Gimbal of(Members body) {
      return body.present()
          ? new Gimbal(
              body.whole("component"),
              body.numberOrNull("pitchMinDeg"),
              body.numberOrNull("pitchMaxDeg"),
              body.numberOrNull("yawMinDeg"),
              body.numberOrNull("yawMaxDeg"))
          : null;
    }
  }

  /**
   * A video stream.
   *
   * @param problem code of why it cannot be used; empty when it can
   */
  public record Stream(
      int id,
      int component,
      String name,
      String uri,
      String type,
      String encoding,
      String problem) {
    static @Nullable Stream of(Members body) {
      return body.present()
          ? new Stream(
              body.whole("id"),
              body.whole("component"),
              body.text("name"),
              body.text("uri"),
              body.text("type", "UNKNOWN"),
              body.text("encoding", "UNKNOWN"),
              body.text("problem"))
          : null;
    }
  }

  /**
   * What its autopilot says of itself.
   *
   * @param autopilot ArduPilot, PX4, or a number
   * @param version of the firmware; empty until it was told
   * @param uid hexadecimal; empty when it was not told
   */
  public record Identified(String autopilot, String version, String uid) {}

  /**
   * One link to it.
   *
   * @param grade GOOD, FAIR, POOR or SILENT
   * @param chosen whether orders go this way
   * @param ageS seconds since the last frame
   * @param lossPercent of frames in the last ten seconds
   * @param roundTripS seconds from a question to its answer
   */
  public record Way(
      String name,
      String grade,
      boolean chosen,
      @Nullable Double ageS,
      @Nullable Double lossPercent,
      @Nullable Double roundTripS) {
    static @Nullable Way of(Members body) {
      return body.text("name").isEmpty()
          ? null
          : new Way(
              body.text("name"),
              body.text("grade", "SILENT"),
              body.flag("chosen"),
              body.numberOrNull("ageS"),
              body.numberOrNull("lossPercent"),
              body.numberOrNull("roundTripS"));
    }
  }

  /**
   * How it keeps to its volume.
   *
   * @param state INSIDE, MARGIN_LOW, UNKNOWN, OUTSIDE_GEOGRAPHY or OUTSIDE_VOLUME
   * @param reaction what the monitor advises
   * @param marginM metres to the edge, negative outside
   * @param breachInS seconds to the edge, absent when it is not approached
   */
  public record Containing(
      String state, String reaction, @Nullable Double marginM, @Nullable Double breachInS) {}

  static @Nullable LiveVehicle of(Members body) {
    if (body.text("vehicleId").isEmpty()) {
      return null;
    }
    Members kept = body.in("containment");
    Members identity = body.in("identity");
    return new LiveVehicle(
        body.text("vehicleId"),
        body.text("link", "NEVER"),
        body.numberOrNull("ageS"),
        body.numberOrNull("heartbeatAgeS"),
        body.flag("armed"),
        body.text("mode"),
        body.point("latDeg", "lonDeg"),
        body.numberOrNull("heightAboveHomeM"),
        body.numberOrNull("altitudeAmslM"),
        body.numberOrNull("heightAglM"),
        body.numberOrNull("groundSpeedMps"),
        body.numberOrNull("climbMps"),
        body.numberOrNull("headingDeg"),
        body.numberOrNull("batteryPercent"),
        body.numberOrNull("batteryVolts"),
        body.textOrNull("flightId"),
        kept.present()
            ? new Containing(
                kept.text("state"),
                kept.text("reaction"),
                kept.numberOrNull("marginM"),
                kept.numberOrNull("breachInS"))
            : null,
        body.wholeOrNull("missionSeq"),
        body.wholeOrNull("missionTotal"),
        identity.present()
            ? new Identified(
                identity.text("autopilot"), identity.text("version"), identity.text("uid"))
            : null,
        body.list("ways", Way::of),
        Home.of(body.in("home")),
        RemoteId.of(body.in("remoteId")),
        Camera.of(body.in("camera")),
        Gimbal.of(body.in("gimbal")),
        body.list("videoStreams", Stream::of));
  }
}
