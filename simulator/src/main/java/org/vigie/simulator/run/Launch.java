package org.vigie.simulator.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.net.LinkRules;
import org.vigie.simulator.net.VehicleLinks;
import org.vigie.simulator.scenario.Expectation;
import org.vigie.simulator.scenario.Pace;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.Town;
import org.vigie.simulator.world.Flavour;

/** What the command line asks for, checked. */
record Launch(
    Scenario scenario,
    Terrain terrain,
    Town town,
    Transport transport,
    Optional<Endpoint> video,
    Pace pace) {
  /** Parc Couriot, Saint-Étienne; altitude approximate. */
  private static final String HOME_DEFAULT = "45.4397,4.3780,528,0";

  private static final String LISTEN_DEFAULT = "tcp:127.0.0.1:5760";

  /** Without a scenario the day does not matter; a fixed one keeps runs alike. */
  private static final Instant START_DEFAULT = Instant.parse("2026-11-24T13:00:00Z");

  private static final int VEHICLES_MAX = 200;
  private static final double SPACING_M = 5;
  private static final int PORT_MAX = 65_535;

  /** Each takes a third of a processor. */
  private static final int CAMERAS_MAX = 16;

  /** From the Dead Sea to where multirotors still fly; a scenario's homes have the same limits. */
  private static final double AMSL_MIN_M = -500;

  private static final double AMSL_MAX_M = 6_000;

  /**
   * What somebody typed.
   *
   * @param speed null for the scenario's own, or that of the wall clock
   * @param alerts whether somebody takes the sensors' alerts away
   * @param language of messages, {@code fr} or {@code en}
   */
  record Asked(
      @Nullable String scenario,
      int vehicles,
      @Nullable String speed,
      @Nullable String home,
      List<String> listen,
      List<String> connect,
      @Nullable String video,
      String autopilot,
      @Nullable String firmware,
      boolean alerts,
      String language) {}

  static Launch of(Asked asked) throws DocumentException, IOException {
    flavour(asked.autopilot(), asked.firmware());
    Optional<Pace> pace = pace(asked.speed());
    check(
        asked.vehicles() >= 1 && asked.vehicles() <= VEHICLES_MAX,
        "--vehicles: 1 to " + VEHICLES_MAX);
    Optional<Endpoint> pictures = pictures(asked.video());
    if (asked.scenario() != null) {
      check(
          asked.home() == null
              && asked.vehicles() == 1
              && asked.firmware() == null
              && asked.autopilot().equals("ardupilot"),
          "--scenario excludes --home, --vehicles, --autopilot and --firmware: it has its own");
      ScenarioFile file = ScenarioFile.read(asked.scenario());
      file.checkTakers(pictures.isPresent(), asked.alerts(), asked.language());
      Scenario scenario = file.scenario();
      return new Launch(
              scenario,
              file.terrain(),
              file.town(),
              transport(asked.listen(), asked.connect(), scenario.vehicles().size()),
              pictures,
              pace.or(scenario::findSpeed).orElse(Pace.REAL_TIME))
          .withPorts();
    }
    Scenario.HomeSpec at = home(asked.home() == null ? HOME_DEFAULT : asked.home());
    Scenario plain = plain(at, asked.vehicles(), asked.autopilot(), asked.firmware());
    return new Launch(
            plain,
            place -> Optional.empty(),
            Town.NONE,
            transport(asked.listen(), asked.connect(), asked.vehicles()),
            pictures,
            pace.orElse(Pace.REAL_TIME))
        .withPorts();
  }

  private static Optional<Pace> pace(@Nullable String speed) {
    try {
      return Optional.ofNullable(speed).map(Pace::parse);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--speed: " + e.getMessage(), e);
    }
  }

  private static void flavour(String autopilot, @Nullable String firmware) {
    try {
      Flavour.of(autopilot, firmware);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--autopilot, --firmware: " + e.getMessage(), e);
    }
  }

  /** Which MAVLink {@code --mavlink} asks for. */
  static LinkRules.Version version(String text) {
    return switch (text) {
      case "1" -> LinkRules.Version.ONE;
      case "2" -> LinkRules.Version.TWO;
      case "follow" -> LinkRules.Version.FOLLOW;
      default ->
          throw new IllegalArgumentException("--mavlink: 1, 2 or follow, not \"" + text + "\"");
    };
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }

  private static Optional<Endpoint> pictures(@Nullable String video) {
    if (video == null) {
      return Optional.empty();
    }
    Endpoint to = Endpoint.parse("--video", video, "udp", "rtp", "rtsp");
    boolean asked = to.scheme().equals("rtsp");
    check(asked || to.port() > 0, "--video: there is no port 0 to send to");
    return Optional.of(to);
  }

  private Launch withPorts() {
    int count = scenario.vehicles().size();
    if (video.isPresent()) {
      check(count <= CAMERAS_MAX, "--video: at most " + CAMERAS_MAX + " vehicles have cameras");
      boolean asked = video.get().scheme().equals("rtsp");
      int last = asked ? 0 : video.get().port() + LiveCameras.PORT_STEP * count - 1;
      check(last <= PORT_MAX, "--video: there is no port " + last + " for the last vehicle");
    }
    return this;
  }

  private static Transport transport(List<String> listen, List<String> connect, int vehicles) {
    List<Transport> parts = new ArrayList<>();
    boolean nothing = listen.isEmpty() && connect.isEmpty();
    for (String text : nothing ? List.of(LISTEN_DEFAULT) : listen) {
      Endpoint on = Endpoint.parse("--listen", text, "tcp", "udp");
      int last = on.port() == 0 ? 0 : on.port() + Transport.PORT_STEP * (vehicles - 1);
      check(
          last <= PORT_MAX,
          "--listen: \"" + text + "\": there is no port " + last + " for the last vehicle");
      parts.add(
          on.scheme().equals("tcp")
              ? new Transport.TcpListen(on.host(), on.port())
              : new Transport.UdpListen(on.host(), on.port()));
    }
    for (String text : connect) {
      Endpoint to = Endpoint.parse("--connect", text, "udp", "tcp");
      check(to.port() > 0, "--connect: there is no port 0 to call");
      parts.add(
          to.scheme().equals("tcp")
              ? new Transport.TcpConnect(to.host(), to.port())
              : new Transport.UdpConnect(to.host(), to.port()));
    }
    check(
        parts.size() <= VehicleLinks.PORTS_MAX,
        "--listen and --connect: at most " + VehicleLinks.PORTS_MAX + " together");
    return parts.size() == 1 ? parts.get(0) : new Transport.Several(parts);
  }

  private static Scenario.HomeSpec home(String text) {
    String[] parts = text.split(",", -1);
    try {
      check(parts.length == 4, "");
      LatLon place = new LatLon(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
      double amsl = Double.parseDouble(parts[2]);
      double heading = Double.parseDouble(parts[3]);
      check(amsl >= AMSL_MIN_M && amsl <= AMSL_MAX_M && heading >= 0 && heading <= 360, "");
      return new Scenario.HomeSpec(place.latDeg(), place.lonDeg(), amsl, heading);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--home: \"" + text + "\" is not LAT,LON,AMSL,HEADING", e);
    }
  }

  /** Vehicles in still air on flat ground. */
  private static Scenario plain(
      Scenario.HomeSpec home, int count, String autopilot, @Nullable String firmware) {
    List<Scenario.VehicleSpec> vehicles = new ArrayList<>();
    LatLon first = new LatLon(home.lat(), home.lon());
    for (int i = 0; i < count; i++) {
      LatLon at = i == 0 ? first : Geodesics.destination(first, 90, SPACING_M * i);
      vehicles.add(
          new Scenario.VehicleSpec(
              "vehicle-" + (i + 1),
              i + 1,
              autopilot,
              firmware,
              "quad-4kg",
              new Scenario.HomeSpec(at.latDeg(), at.lonDeg(), home.amslM(), home.headingDeg())));
    }
    Scenario.Text none = new Scenario.Text("simulation", "simulation");
    return new Scenario(
        "simulate",
        none,
        none,
        START_DEFAULT,
        1,
        null,
        new Scenario.Place("", "00000", "", null),
        new Scenario.WindSpec(0, 0, 0),
        null,
        vehicles,
        null,
        null,
        List.of(),
        null,
        List.of(),
        Expectation.ending("CLOSED"));
  }

  /** One line about a vehicle's links. */
  String describe(int index, List<Integer> ports) {
    Scenario.VehicleSpec vehicle = scenario.vehicles().get(index);
    String link = transport.describe(ports);
    return "vehicle " + vehicle.systemId() + " (" + vehicle.id() + "): " + link;
  }
}
