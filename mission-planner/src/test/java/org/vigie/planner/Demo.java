package org.vigie.planner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.MeasuredPower;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/** The demonstration's flight: fictitious zones and ground around the parc Couriot. */
public final class Demo {
  public static final LatLon HOME = new LatLon(45.4386, 4.3766);
  public static final LatLon INCIDENT = new LatLon(45.4358, 4.3830);
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final String ZONES_TEXT = resource("saint-etienne-zones.json");
  public static final String TERRAIN_TEXT = terrainText();
  public static final AircraftModel AIRCRAFT =
      new AircraftModel(
          "quad-1",
          "arducopter-4.6",
          4.0,
          0.8,
          8,
          2.5,
          1.5,
          420,
          450,
          180,
          0.25,
          18,
          10,
          15,
          30,
          Optional.of(new Battery(16, 22.2)),
          Optional.of(new Camera(62, 37, 1920, -90, 20)),
          List.of());

  private Demo() {}

  /** The demonstration's aircraft with another firmware, battery and stopping distance. */
  public static AircraftModel aircraft(String firmware, double usableWh, double stoppingM) {
    AircraftModel a = AIRCRAFT;
    return new AircraftModel(
        a.id(),
        firmware,
        a.massKg(),
        a.dimensionM(),
        a.cruiseMps(),
        a.climbMps(),
        a.descentMps(),
        a.hoverW(),
        a.cruiseW(),
        usableWh,
        a.reserveFraction(),
        stoppingM,
        a.maxWindMps(),
        a.maxAirMps(),
        a.maxTiltDeg(),
        Optional.empty(),
        a.camera(),
        a.measured());
  }

  /** The demonstration's flight with PX4. */
  public static PlanRequest px4Request() {
    return px4Request("px4-1.17", AIRCRAFT.battery());
  }

  public static PlanRequest px4Request(String firmware, Optional<Battery> battery) {
    AircraftModel a = AIRCRAFT;
    AircraftModel px4 =
        new AircraftModel(
            a.id(),
            firmware,
            a.massKg(),
            a.dimensionM(),
            a.cruiseMps(),
            a.climbMps(),
            a.descentMps(),
            a.hoverW(),
            a.cruiseW(),
            a.usableWh(),
            a.reserveFraction(),
            a.stoppingDistanceM(),
            a.maxWindMps(),
            a.maxAirMps(),
            a.maxTiltDeg(),
            battery,
            a.camera(),
            a.measured());
    return request(px4, INCIDENT, zones(), new Wind(300, 4));
  }

  /** The demonstration's aircraft with another performance. */
  public static AircraftModel aircraft(
      double cruiseMps,
      double climbMps,
      double maxAirMps,
      double hoverW,
      double cruiseW,
      List<MeasuredPower> measured) {
    AircraftModel a = AIRCRAFT;
    return new AircraftModel(
        a.id(),
        a.firmware(),
        a.massKg(),
        a.dimensionM(),
        cruiseMps,
        climbMps,
        a.descentMps(),
        hoverW,
        cruiseW,
        a.usableWh(),
        a.reserveFraction(),
        a.stoppingDistanceM(),
        Math.min(a.maxWindMps(), maxAirMps),
        maxAirMps,
        a.maxTiltDeg(),
        a.battery(),
        a.camera(),
        measured);
  }

  public static List<UasZone> zones() {
    try {
      return ZoneReader.read("zones.json", ZONES_TEXT).zones();
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Terrain terrain() {
    try {
      return AsciiGrid.read("terrain.asc", TERRAIN_TEXT);
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The demonstration's ground, unknown between two longitudes. */
  public record Hole(double westDeg, double eastDeg) implements Terrain {
    private static final Terrain KNOWN = terrain();

    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return point.lonDeg() > westDeg && point.lonDeg() < eastDeg
          ? Optional.empty()
          : KNOWN.findGround(point);
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return southWest.lonDeg() < eastDeg && northEast.lonDeg() > westDeg
          ? Optional.empty()
          : KNOWN.findRange(southWest, northEast);
    }
  }

  public static Site site() {
    return new Site("couriot", Home.of(HOME, new AltitudeAmsl(528)), List.of(HOME));
  }

  public static PlanRequest request() {
    return request(AIRCRAFT, INCIDENT, zones(), new Wind(300, 4));
  }

  public static PlanRequest request(
      AircraftModel aircraft, LatLon incident, List<UasZone> zones, Wind wind) {
    return new PlanRequest(
        "F-1",
        site(),
        aircraft,
        new Incident(incident, 20),
        ZoneSet.of(zones),
        Set.of(),
        terrain(),
        wind,
        new FlightLimits(120, 50, 70),
        NOON,
        Duration.ofMinutes(30),
        60);
  }

  public static ProofInputs inputs(PlanRequest request) {
    return new ProofInputs(
        request.site(),
        request.aircraft(),
        request.zones(),
        request.authorisedZones(),
        request.terrain(),
        request.wind(),
        request.limits(),
        List.of(ContentHash.of(ZONES_TEXT), ContentHash.of(TERRAIN_TEXT)));
  }

  public static FlightPlan plan(PlanRequest request) {
    PlanOutcome outcome = MissionPlanner.plan(request);
    if (outcome instanceof PlanOutcome.Planned planned) {
      return planned.plan();
    }
    throw new AssertionError("no plan: " + outcome);
  }

  /** Smooth hills between about 515 and 570 m, some 528 m at home. */
  private static String terrainText() {
    int columns = 81;
    int rows = 61;
    double cell = 0.0005;
    double west = 4.3766 - 40 * cell;
    double south = 45.4386 - 30 * cell;
    StringBuilder text = new StringBuilder();
    text.append("ncols ").append(columns).append("\nnrows ").append(rows);
    text.append("\nxllcenter ").append(west).append("\nyllcenter ").append(south);
    text.append("\ncellsize ").append(cell).append("\nNODATA_value -9999\n");
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = 0; column < columns; column++) {
        double eastM = (column - 40) * cell * 78_191;
        double northM = (row - 30) * cell * 111_142;
        double altitudeM = 528 + 14 * (1 - Math.cos(eastM / 600)) + 12 * Math.sin(northM / 700);
        text.append(String.format(Locale.ROOT, "%.2f ", altitudeM));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
