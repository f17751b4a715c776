package org.vigie.groundstation.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * What a vehicle told of its home, its remote ID and what it carries. Absent is not known.
 *
 * @param videoStreams none when it told of none
 */
public record Equipment(
    @Nullable Home home,
    @Nullable RemoteId remoteId,
    @Nullable Camera camera,
    @Nullable Gimbal gimbal,
    List<VideoStream> videoStreams) {
  /** Nothing is known. */
  public static final Equipment UNKNOWN = new Equipment(null, null, null, null, List.of());

  public Equipment {
    videoStreams = List.copyOf(videoStreams);
  }

  /** Where the autopilot returns to by itself. */
  public record Home(LatLon place, @Nullable Double amslM) {}

  /**
   * Its remote ID.
   *
   * @param armStatus GOOD, FAIL, SILENT or NONE; what is newer stays as it came
   * @param error what it says is wrong, empty for nothing
   * @param positionAgeS seconds since it last was given a position
   */
  public record RemoteId(String armStatus, String error, @Nullable Double positionAgeS) {}

  /** Its camera by name, and the rest of what it told, by member. */
  public record Camera(String vendor, String model) {}

  /**
   * What its gimbal can do.
   *
   * @param limitsDeg degrees by member, for example {@code pitchMinDeg}
   */
  public record Gimbal(Map<String, Double> limitsDeg) {
    public Gimbal {
      limitsDeg = Map.copyOf(limitsDeg);
    }
  }

  /** A stream that the vehicle itself offers. */
  public record VideoStream(int id, String name, String uri, String type, String encoding) {}

  static Equipment of(Members vehicle) {
    Members home = vehicle.in("home");
    LatLon place = home.point("lat", "lon");
    Members remoteId = vehicle.in("remoteId");
    Members camera = vehicle.in("camera");
    return new Equipment(
        place == null ? null : new Home(place, home.numberOrNull("amslM")),
        remoteId.present()
            ? new RemoteId(
                remoteId.text("armStatus"),
                remoteId.text("error"),
                remoteId.numberOrNull("positionAgeS"))
            : null,
        camera.present() ? new Camera(camera.text("vendor"), camera.text("model")) : null,
        vehicle.in("gimbal").present() ? new Gimbal(vehicle.numbers("gimbal")) : null,
        vehicle.list("videoStreams", Equipment::stream));
  }

  private static VideoStream stream(Members stream) {
    return new VideoStream(
        stream.whole("id"),
        stream.text("name"),
        stream.text("uri"),
        stream.text("type"),
        stream.text("encoding"));
  }
}
