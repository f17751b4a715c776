package org.vigie.simulator.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.Town;

/** What the command line asks for, checked. */
record Launch(
    Scenario scenario,
    Terrain terrain,
    Town town,
    Transport transport,
    Optional<InetSocketAddress> video) {
  /** Parc Couriot, Saint-Étienne; altitude approximate. */
  private static final String HOME_DEFAULT = "45.4397,4.3780,528,0";

  private static final String LISTEN_DEFAULT = "tcp:127.0.0.1:5760";

  /** Without a scenario the day does not matter; a fixed one keeps runs alike. */
  private static final Instant START_DEFAULT = Instant.parse("2026-11-24T13:00:00Z");

  private static final int VEHICLES_MAX = 200;
  private static final double SPEED_MAX = 1000;
  private static final double SPACING_M = 5;

  /** Room for a companion port beside each stream, as RTP has. */
  private static final int VIDEO_PORT_STEP = 2;

  /** Each takes a third of a processor. */
  private static final int CAMERAS_MAX = 16;

  static Launch of(
      @Nullable String scenarioFile,
      int vehicles,
      double speed,
      @Nullable String home,
      @Nullable String listen,
      @Nullable String connect,
      @Nullable String video,
      String autopilot)
      throws DocumentException, IOException {
    check(
        autopilot.equals("ardupilot") || autopilot.equals("px4"),
        "--autopilot: ardupilot or px4, not " + autopilot);
    check(speed > 0 && speed <= SPEED_MAX, "--speed: more than 0, at most " + SPEED_MAX);
    check(vehicles >= 1 && vehicles <= VEHICLES_MAX, "--vehicles: 1 to " + VEHICLES_MAX);
    check(listen == null || connect == null, "--listen and --connect exclude each other");
    Transport transport = transport(listen, connect);
    Optional<InetSocketAddress> pictures = pictures(video);
    if (scenarioFile != null) {
      check(home == null, "--home and --scenario exclude each other: the scenario has homes");
      ScenarioFile file = ScenarioFile.read(scenarioFile);
      return new Launch(file.scenario(), file.terrain(), file.town(), transport, pictures)
          .withPorts();
    }
    Scenario.HomeSpec at = home(home == null ? HOME_DEFAULT : home);
    Scenario plain = plain(at, vehicles, autopilot);
    return new Launch(plain, place -> Optional.empty(), Town.NONE, transport, pictures).withPorts();
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }

  private static Optional<InetSocketAddress> pictures(@Nullable String video) {
    if (video == null) {
      return Optional.empty();
    }
    Endpoint to = Endpoint.parse(video, "udp");
    check(to.port() > 0, "--video: there is no port 0 to send to");
    return Optional.of(new InetSocketAddress(to.host(), to.port()));
  }

  private Launch withPorts() {
    int count = scenario.vehicles().size();
    if (video.isPresent()) {
      check(count <= CAMERAS_MAX, "--video: at most " + CAMERAS_MAX + " vehicles have cameras");
      int last = video.get().getPort() + VIDEO_PORT_STEP * (count - 1);
      check(last <= 65_535, "--video: there is no port " + last + " for the last vehicle");
    }
    return this;
  }

  /** Where the pictures of a vehicle go; {@code index} counts from 0. Only with video. */
  InetSocketAddress videoTarget(int index) {
    InetSocketAddress first = video.orElseThrow();
    return new InetSocketAddress(first.getHostString(), first.getPort() + VIDEO_PORT_STEP * index);
  }

  private static Transport transport(@Nullable String listen, @Nullable String connect) {
    if (connect != null) {
      Endpoint to = Endpoint.parse(connect, "udp");
      return new Transport.UdpConnect(to.host(), to.port());
    }
    Endpoint on = Endpoint.parse(listen == null ? LISTEN_DEFAULT : listen, "tcp");
    return new Transport.TcpListen(on.host(), on.port());
  }

  private static Scenario.HomeSpec home(String text) {
    String[] parts = text.split(",", -1);
    try {
      check(parts.length == 4, "");
      LatLon place = new LatLon(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
      double amsl = Double.parseDouble(parts[2]);
      double heading = Double.parseDouble(parts[3]);
      check(Double.isFinite(amsl) && heading >= 0 && heading <= 360, "");
      return new Scenario.HomeSpec(place.latDeg(), place.lonDeg(), amsl, heading);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--home: \"" + text + "\" is not LAT,LON,AMSL,HEADING", e);
    }
  }

  /** Vehicles in still air on flat ground. */
  private static Scenario plain(Scenario.HomeSpec home, int count, String autopilot) {
    List<Scenario.VehicleSpec> vehicles = new ArrayList<>();
    LatLon first = new LatLon(home.lat(), home.lon());
    for (int i = 0; i < count; i++) {
      LatLon at = i == 0 ? first : Geodesics.destination(first, 90, SPACING_M * i);
      vehicles.add(
          new Scenario.VehicleSpec(
              "vehicle-" + (i + 1),
              i + 1,
              autopilot,
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
        new Scenario.Place("", "00000", "", null),
        new Scenario.Weather(0, 0, 0),
        null,
        vehicles,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        new Scenario.Expectation("CLOSED", null, null, null, null, null, false, 0, false));
  }

  /** One line about a vehicle's link. */
  String describe(int index, int port) {
    Scenario.VehicleSpec vehicle = scenario.vehicles().get(index);
    String link =
        transport instanceof Transport.TcpListen tcp
            ? "tcp:" + tcp.host() + ":" + port
            : "udp, local port " + port;
    return "vehicle " + vehicle.systemId() + " (" + vehicle.id() + "): " + link;
  }
}
