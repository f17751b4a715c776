package org.vigie.groundstation.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as screens show it. Absent numbers are unknown.
 *
 * @param link OK, STALE, LOST or NEVER
 * @param ageS seconds since the last position
 * @param latDeg degrees, WGS-84
 * @param lonDeg degrees, WGS-84
 * @param heightAboveHomeM metres
 * @param altitudeAmslM metres
 * @param groundSpeedMps metres per second
 * @param headingDeg degrees true
 * @param batteryPercent 0 to 100
 * @param batteryVolts volts
 * @param heightAglM metres above the ground below it, absent where the terrain is unknown
 * @param climbMps metres per second, positive up
 * @param heartbeatAgeS seconds since the last heartbeat
 * @param containment absent when it is not flying a flight of this station
 * @param missionSeq the current mission item
 * @param missionTotal the last item's number, as the vehicle counts
 * @param identity absent until it was heard
 * @param ways the links to it
 * @param home where it believes home to be
 * @param remoteId how its remote identification is
 * @param camera its first camera, absent until one was told
 * @param gimbal its first gimbal
 * @param videoStreams of all its cameras, those that cannot be used too
 */
public record VehicleView(
    String vehicleId,
    String link,
    @Nullable Double ageS,
    boolean armed,
    String mode,
    @Nullable Double latDeg,
    @Nullable Double lonDeg,
    @Nullable Double heightAboveHomeM,
    @Nullable Double altitudeAmslM,
    @Nullable Double groundSpeedMps,
    @Nullable Double headingDeg,
    @Nullable Double batteryPercent,
    @Nullable Double batteryVolts,
    @Nullable String flightId,
    @Nullable Double heightAglM,
    @Nullable Double climbMps,
    @Nullable Double heartbeatAgeS,
    @Nullable Containing containment,
    @Nullable Integer missionSeq,
    @Nullable Integer missionTotal,
    @Nullable Identified identity,
    List<WayView> ways,
    @Nullable HomeView home,
    RemoteIdView remoteId,
    @Nullable CameraView camera,
    @Nullable GimbalView gimbal,
    List<StreamView> videoStreams) {
  public VehicleView {
    ways = List.copyOf(ways);
    videoStreams = List.copyOf(videoStreams);
  }

  /** A place, WGS-84, and its altitude. */
  public record HomeView(double lat, double lon, double amslM) {}

  /**
   * How its remote identification is.
   *
   * @param carriedBy NOBODY, AUTOPILOT or MODULE, by configuration
   * @param armStatus GOOD, FAIL, SILENT or NONE
   * @param error why not, in the transmitter's words; empty when it is good or does not say
   * @param positionAgeS seconds since the operator's place was last sent to it
   */
  public record RemoteIdView(
      String carriedBy, String armStatus, String error, @Nullable Double positionAgeS) {
    /** Nothing is known. */
    public static final RemoteIdView NONE = new RemoteIdView("NOBODY", "NONE", "", null);
  }

  /**
   * A camera.
   *
   * @param component that speaks for it; 1 is the autopilot
   */
  public record CameraView(int component, String vendor, String model, int widthPx, int heightPx) {}

  /** A gimbal's stops in degrees; absent when they were not told. */
  public record GimbalView(
      int component,
      @Nullable Double pitchMinDeg,
      @Nullable Double pitchMaxDeg,
      @Nullable Double yawMinDeg,
      @Nullable Double yawMaxDeg) {}

  /**
   * A video stream.
   *
   * @param id of its camera's streams, from 1
   * @param component of its camera
   * @param uri empty when there is a problem
   * @param type RTSP, RTP_UDP, TCP_MPEG, MPEG_TS or UNKNOWN
   * @param encoding H264, H265 or UNKNOWN
   * @param problem code of why it cannot be used; empty when it can
   */
  public record StreamView(
      int id,
      int component,
      String name,
      String uri,
      String type,
      String encoding,
      String problem) {}

  /**
   * What its autopilot says of itself.
   *
   * @param autopilot ArduPilot, PX4, or the number of MAV_AUTOPILOT
   * @param version of the firmware; empty until it was told
   * @param uid hexadecimal; empty when it was not told
   */
  public record Identified(String autopilot, String version, String uid) {}

  /**
   * One link to it, a second old at most.
   *
   * @param grade GOOD, FAIR, POOR or SILENT
   * @param chosen whether orders go this way
   * @param ageS seconds since the last frame
   * @param lossPercent of frames in the last ten seconds
   * @param roundTripS seconds from a question to its answer
   */
  public record WayView(
      String name,
      String grade,
      boolean chosen,
      double ageS,
      @Nullable Double lossPercent,
      @Nullable Double roundTripS) {}

  /**
   * How the aircraft keeps to its volume, judged now.
   *
   * @param state INSIDE, MARGIN_LOW, UNKNOWN, OUTSIDE_GEOGRAPHY or OUTSIDE_VOLUME
   * @param reaction what the station's monitor advises
   * @param marginM metres to the nearest side or the top of the contingency volume, negative
   *     outside
   * @param breachInS seconds until it would be left at the present velocity, absent when it is not
   *     approached
   */
  public record Containing(
      String state, String reaction, double marginM, @Nullable Double breachInS) {}

  /** This view with the flight that the vehicle is reserved for. */
  VehicleView on(@Nullable String flight) {
    return new VehicleView(
        vehicleId,
        link,
        ageS,
        armed,
        mode,
        latDeg,
        lonDeg,
        heightAboveHomeM,
        altitudeAmslM,
        groundSpeedMps,
        headingDeg,
        batteryPercent,
        batteryVolts,
        flight,
        heightAglM,
        climbMps,
        heartbeatAgeS,
        containment,
        missionSeq,
        missionTotal,
        identity,
        ways,
        home,
        remoteId,
        camera,
        gimbal,
        videoStreams);
  }
}
