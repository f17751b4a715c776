package org.vigie.groundstation.app.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.request.Purpose;
import org.vigie.planner.request.AircraftModel;

/**
 * station.yaml as it was written, checked. Its fields, units and defaults are documented in {@code
 * station.schema.json}. What is absent there arrives as null here and leaves as its default.
 */
public record StationConfig(
    StationPart station,
    String data,
    String records,
    HttpPart http,
    List<String> zones,
    String terrain,
    CompliancePart compliance,
    PlanningPart planning,
    RemoteIdConfig.StationRemoteId remoteId,
    List<SourcePart> sources,
    List<ServicePart> services,
    List<SitePart> sites,
    List<AircraftPart> aircraft,
    List<VehiclePart> vehicles,
    List<String> forward,
    List<String> traffic,
    List<CameraPart> cameras,
    MapPart map,
    List<PersonPart> people) {
  public StationConfig {
    data = data == null ? "data" : data;
    records = records == null ? "records" : records;
    http = http == null ? HttpPart.DEFAULT : http;
    planning = planning == null ? PlanningPart.DEFAULT : planning;
    remoteId = remoteId == null ? RemoteIdConfig.StationRemoteId.DEFAULT : remoteId;
    zones = List.copyOf(zones);
    sources = sources == null ? List.of() : List.copyOf(sources);
    services = List.copyOf(services);
    sites = List.copyOf(sites);
    aircraft = List.copyOf(aircraft);
    vehicles = List.copyOf(vehicles);
    forward = forward == null ? List.of() : List.copyOf(forward);
    traffic = traffic == null ? List.of() : List.copyOf(traffic);
    cameras = cameras == null ? List.of() : List.copyOf(cameras);
    map = map == null ? MapPart.NONE : map;
    people = List.copyOf(people);
  }

  public record StationPart(
      String id, @Nullable String name, String commune, @Nullable String language) {}

  public record HttpPart(String host, Integer port) {
    static final HttpPart DEFAULT = new HttpPart("127.0.0.1", 8080);

    public HttpPart {
      host = host == null ? "127.0.0.1" : host;
      port = port == null ? Integer.valueOf(8080) : port;
    }
  }

  public record CompliancePart(List<String> packs, String evidence) {
    public CompliancePart {
      packs = List.copyOf(packs);
    }
  }

  /**
   * The wind that is planned for.
   *
   * @param at when it was observed or is forecast for; null when it is what is always planned for
   */
  public record WindPart(double fromDeg, double speedMps, @Nullable String at, Double validMin) {
    public WindPart {
      validMin = validMin == null ? Double.valueOf(60) : validMin;
    }

    /** The last moment for which it may be relied on; {@link Instant#MAX} when it has no age. */
    public Instant until() {
      return at == null
          ? Instant.MAX
          : Instant.parse(at).plusMillis(Math.round(validMin * MS_PER_MIN));
    }
  }

  private static final double MS_PER_MIN = 60_000;

  public record PlanningPart(
      Double onSceneS,
      Double maxHeightAglM,
      Double minHeightAglM,
      Boolean populatedArea,
      Integer retentionDays,
      @Nullable WindPart wind) {
    static final PlanningPart DEFAULT = new PlanningPart(60.0, 120.0, 50.0, true, 7, null);

    public PlanningPart {
      onSceneS = onSceneS == null ? Double.valueOf(60) : onSceneS;
      maxHeightAglM = maxHeightAglM == null ? Double.valueOf(120) : maxHeightAglM;
      minHeightAglM = minHeightAglM == null ? Double.valueOf(50) : minHeightAglM;
      populatedArea = populatedArea == null ? Boolean.TRUE : populatedArea;
      retentionDays = retentionDays == null ? Integer.valueOf(7) : retentionDays;
    }
  }

  public record SourcePart(String id, String kind) {
    /** Whether alerts of this source come from listening. */
    public boolean acoustic() {
      return kind.equals("acoustic");
    }
  }

  public record ServicePart(
      String id,
      @Nullable String name,
      OperatorType type,
      @Nullable String operatorNumber,
      Purpose purpose,
      List<String> pilots) {
    public ServicePart {
      pilots = List.copyOf(pilots);
    }
  }

  public record SitePart(String id, @Nullable String name, double lat, double lon, double amslM) {
    public LatLon position() {
      return new LatLon(lat, lon);
    }
  }

  public record AircraftPart(
      String id,
      String firmware,
      String preRelease,
      double massKg,
      double mtomKg,
      double dimensionM,
      double cruiseMps,
      double maxSpeedMps,
      double climbMps,
      double descentMps,
      double hoverW,
      double cruiseW,
      double usableWh,
      double reserveFraction,
      double stoppingDistanceM,
      double maxWindMps,
      String classLabel,
      RemoteIdConfig.AircraftRemoteId remoteId,
      boolean electronicSignalling,
      boolean microphone,
      int cameras,
      Double maxAirMps,
      Double maxTiltDeg,
      @Nullable BatteryPart battery,
      @Nullable LookPart camera,
      List<PowerPart> measured,
      @Nullable ThrustPart thrust) {
    public AircraftPart {
      preRelease = preRelease == null ? "" : preRelease;
      maxAirMps =
          maxAirMps == null
              ? Double.valueOf(AircraftModel.leastMaxAirMps(cruiseMps, maxWindMps))
              : maxAirMps;
      maxTiltDeg = maxTiltDeg == null ? Double.valueOf(AircraftModel.USUAL_TILT_DEG) : maxTiltDeg;
      measured = measured == null ? List.of() : List.copyOf(measured);
    }
  }

  public record BatteryPart(double capacityAh, double nominalV) {}

  /** The camera that looks at scenes. */
  public record LookPart(
      double horizontalFovDeg,
      double verticalFovDeg,
      int widthPx,
      double pitchMinDeg,
      double pitchMaxDeg) {}

  public record PowerPart(double airMps, double powerW) {}

  /** What the rotors push, see {@link org.vigie.planner.request.Thrust}. */
  public record ThrustPart(double toWeight, double pitchMps) {}

  public record VehiclePart(
      String id,
      String aircraft,
      int systemId,
      String site,
      String link,
      List<String> moreLinks,
      @Nullable SigningPart signing,
      @Nullable String video,
      List<String> services) {
    public VehiclePart {
      moreLinks = moreLinks == null ? List.of() : List.copyOf(moreLinks);
      services = List.copyOf(services);
    }

    /** All its links, the first one first. */
    public List<String> links() {
      return Stream.concat(Stream.of(link), moreLinks.stream()).toList();
    }
  }

  /**
   * MAVLink 2 signing of one vehicle: the file of its key, and what is done without a signature.
   */
  public record SigningPart(String key, Unsigned unsigned) {
    /** What is done with frames that have no signature. */
    public enum Unsigned {
      @JsonProperty("refuse")
      REFUSE,
      @JsonProperty("accept")
      ACCEPT
    }

    public SigningPart {
      unsigned = unsigned == null ? Unsigned.REFUSE : unsigned;
    }
  }

  public record CameraPart(
      String id, String name, double lat, double lon, String snapshot, List<String> services) {
    public CameraPart {
      services = List.copyOf(services);
    }

    public LatLon position() {
      return new LatLon(lat, lon);
    }
  }

  public record MapPart(@Nullable String base, @Nullable String tiles) {
    static final MapPart NONE = new MapPart(null, null);
  }

  public record PersonPart(
      String id, String name, Set<Role> roles, String service, String commune, String tokenSha256) {
    public PersonPart {
      roles = Set.copyOf(roles);
      service = service == null ? "" : service;
      commune = commune == null ? "" : commune;
    }
  }
}
