package org.vigie.groundstation.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.compliance.request.OperatorNumber;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.forward.Forwarding;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Thrust;

/** Reads station.yaml: first its form, by the schema, then that its parts know each other. */
public final class StationFile {
  private final Document document;
  private final StationConfig config;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> systemIds = new HashSet<>();
  private final Set<String> videos = new HashSet<>();

  private StationFile(Document document, StationConfig config) {
    this.document = document;
    this.config = config;
  }

  /**
   * Reads and checks a station's configuration.
   *
   * @throws DocumentException with everything that is wrong, each with file, line and field
   */
  public static StationConfig read(String fileName, String text) throws DocumentException {
    Document document = Document.read(fileName, text).check(schema());
    StationConfig config = document.as(StationConfig.class);
    return new StationFile(document, config).checked();
  }

  /** A problem that shows only when the station comes up, at its place in the file. */
  public static Problem problem(String fileName, String text, String pointer, String message)
      throws DocumentException {
    return Document.read(fileName, text).problem(pointer, message);
  }

  private StationConfig checked() throws DocumentException {
    Set<String> services = ids("/services", "id", config.services(), StationConfig.ServicePart::id);
    Set<String> sites = ids("/sites", "id", config.sites(), StationConfig.SitePart::id);
    Set<String> aircraft =
        ids("/aircraft", "id", config.aircraft(), StationConfig.AircraftPart::id);
    Set<String> people = ids("/people", "id", config.people(), StationConfig.PersonPart::id);
    ids("/vehicles", "id", config.vehicles(), StationConfig.VehiclePart::id);
    ids("/people", "tokenSha256", config.people(), StationConfig.PersonPart::tokenSha256);
    for (int i = 0; i < config.services().size(); i++) {
      pilots("/services/" + i + "/pilots", config.services().get(i).pilots(), people);
      operator("/services/" + i + "/operatorNumber", config.services().get(i).operatorNumber());
    }
    for (int i = 0; i < config.people().size(); i++) {
      String service = config.people().get(i).service();
      if (!service.isEmpty()) {
        known("/people/" + i + "/service", service, services, "service");
      }
    }
    aircraft();
    for (int i = 0; i < config.vehicles().size(); i++) {
      StationConfig.VehiclePart vehicle = config.vehicles().get(i);
      String at = "/vehicles/" + i;
      known(at + "/aircraft", vehicle.aircraft(), aircraft, "aircraft");
      known(at + "/site", vehicle.site(), sites, "site");
      for (int j = 0; j < vehicle.services().size(); j++) {
        known(at + "/services/" + j, vehicle.services().get(j), services, "service");
      }
      links(at, vehicle);
      video(at, vehicle);
    }
    forward();
    traffic();
    ids("/cameras", "id", config.cameras(), StationConfig.CameraPart::id);
    for (int i = 0; i < config.cameras().size(); i++) {
      camera("/cameras/" + i, config.cameras().get(i), services);
    }
    ids("/seal/witnesses", "key", config.seal().witnesses(), StationConfig.WitnessPart::key);
    for (int i = 0; i < config.seal().witnesses().size(); i++) {
      witness("/seal/witnesses/" + i, config.seal().witnesses().get(i));
    }
    remoteId();
    wind();
    if (config.planning().minHeightAglM() >= config.planning().maxHeightAglM()) {
      report("/planning/minHeightAglM", "must be less than maxHeightAglM");
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return config;
  }

  private <T> Set<String> ids(String pointer, String field, List<T> parts, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!seen.add(id.apply(parts.get(i)))) {
        report(pointer + "/" + i + "/" + field, "is given twice: " + id.apply(parts.get(i)));
      }
    }
    return seen;
  }

  /** Who clears take-offs of a service has to be a pilot, or no flight of it is ever cleared. */
  private void pilots(String pointer, List<String> names, Set<String> people) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      known(pointer + "/" + i, name, people, "person");
      boolean other =
          config.people().stream()
              .anyMatch(p -> p.id().equals(name) && !p.roles().contains(Role.PILOT));
      if (other) {
        report(pointer + "/" + i, "\"" + name + "\" has not the role PILOT");
      }
    }
  }

  private void aircraft() {
    for (int i = 0; i < config.aircraft().size(); i++) {
      StationConfig.AircraftPart aircraft = config.aircraft().get(i);
      if (Firmware.find(aircraft.firmware()).isEmpty()) {
        Set<String> all =
            Arrays.stream(Firmware.values()).map(Firmware::id).collect(Collectors.toSet());
        known("/aircraft/" + i + "/firmware", aircraft.firmware(), all, "firmware");
      }
      if (aircraft.massKg() > aircraft.mtomKg()) {
        report("/aircraft/" + i + "/massKg", "is more than mtomKg");
      }
      performance("/aircraft/" + i, aircraft);
    }
  }

  /** Never with the number itself in the message: its last three characters are a secret. */
  private void remoteId() {
    String number = config.remoteId().operatorId();
    if (number != null) {
      Optional<OperatorNumber> read = OperatorNumber.parse(number);
      if (read.isEmpty()) {
        report("/remoteId/operatorId", "must be as FRA87astrdge12k8, with -xyz behind it or not");
      } else if (read.get().verify() == OperatorNumber.Checksum.WRONG) {
        report("/remoteId/operatorId", "has a wrong checksum");
      }
    }
    for (int i = 0; i < config.aircraft().size(); i++) {
      String serial = config.aircraft().get(i).remoteId().serialNumber();
      if (serial != null && serial.length() - 5 != Character.digit(serial.charAt(4), 16)) {
        report(
            "/aircraft/" + i + "/remoteId/serialNumber",
            "its fifth character must be the number of those after it, 1 to 9 or A to F");
      }
    }
  }

  private void wind() {
    StationConfig.WindPart wind = config.planning().wind();
    if (wind != null && wind.at() != null) {
      try {
        Instant unused = Instant.parse(wind.at());
      } catch (DateTimeParseException e) {
        report("/planning/wind/at", "must be as 2026-11-24T13:00:00Z");
      }
    }
  }

  /** What would contradict itself in flight. */
  private void performance(String at, StationConfig.AircraftPart aircraft) {
    if (aircraft.maxAirMps()
        < AircraftModel.leastMaxAirMps(aircraft.cruiseMps(), aircraft.maxWindMps())) {
      report(at + "/maxAirMps", "is less than cruiseMps or maxWindMps");
    }
    thrust(at, aircraft);
    StationConfig.BatteryPart battery = aircraft.battery();
    if (battery != null && aircraft.usableWh() > battery.capacityAh() * battery.nominalV()) {
      report(at + "/battery/capacityAh", "times nominalV is less than usableWh");
    }
    StationConfig.LookPart camera = aircraft.camera();
    if (camera == null && aircraft.cameras() > 0) {
      report(at + "/cameras", "needs camera: what its picture covers, or nothing is ever seen");
    } else if (camera != null && camera.pitchMinDeg() > camera.pitchMaxDeg()) {
      report(at + "/camera/pitchMinDeg", "is more than pitchMaxDeg");
    }
    for (int i = 0; i + 1 < aircraft.measured().size(); i++) {
      if (aircraft.measured().get(i).airMps() >= aircraft.measured().get(i + 1).airMps()) {
        report(at + "/measured/" + (i + 1) + "/airMps", "must be more than that before it");
      }
    }
  }

  private void thrust(String at, StationConfig.AircraftPart aircraft) {
    StationConfig.ThrustPart push = aircraft.thrust();
    if (push != null) {
      double usableMps =
          new Thrust(push.toWeight(), push.pitchMps())
              .usableAirMps(aircraft.maxTiltDeg(), aircraft.maxAirMps());
      if (usableMps < AircraftModel.leastMaxAirMps(aircraft.cruiseMps(), aircraft.maxWindMps())) {
        String kept = String.format(Locale.ROOT, "keeps height up to %.1f m/s only", usableMps);
        report(at + "/thrust/toWeight", kept + ", less than cruiseMps or maxWindMps");
      }
    }
  }

  /** System ids are 8 bits: vehicles of different sites may share one where no link hears both. */
  private void links(String at, StationConfig.VehiclePart vehicle) {
    Set<LinkEndpoint> own = new HashSet<>();
    if (!systemIds.add(vehicle.systemId() + " at " + vehicle.site())) {
      report(at + "/systemId", "is given twice: " + vehicle.systemId());
      return;
    }
    for (int i = 0; i < vehicle.links().size(); i++) {
      String pointer = i == 0 ? at + "/link" : at + "/moreLinks/" + (i - 1);
      Optional<LinkEndpoint> endpoint = endpoint(pointer, vehicle.links().get(i));
      if (endpoint.isEmpty()) {
        continue;
      }
      if (!own.add(endpoint.get())) {
        report(pointer, "is given twice: " + endpoint.get());
      } else if (!systemIds.add(vehicle.systemId() + " on " + endpoint.get())) {
        report(at + "/systemId", "is given twice on " + endpoint.get() + ": " + vehicle.systemId());
      }
    }
  }

  private Optional<LinkEndpoint> endpoint(String pointer, String text) {
    try {
      return Optional.of(LinkEndpoint.parse(text));
    } catch (IllegalArgumentException e) {
      report(pointer, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void traffic() {
    for (int i = 0; i < config.traffic().size(); i++) {
      String pointer = "/traffic/" + i;
      if (endpoint(pointer, config.traffic().get(i))
          .filter(e -> e.kind() != LinkEndpoint.Kind.TCP_CONNECT)
          .isPresent()) {
        report(pointer, "must be tcp:HOST:PORT");
      }
    }
  }

  private void forward() {
    for (int i = 0; i < config.forward().size(); i++) {
      String pointer = "/forward/" + i;
      if (endpoint(pointer, config.forward().get(i))
          .filter(e -> !Forwarding.serves(e))
          .isPresent()) {
        report(pointer, "must be tcpin:HOST:PORT or udpout:HOST:PORT");
      }
    }
  }

  private void video(String at, StationConfig.VehiclePart vehicle) {
    String video = vehicle.video();
    if (video == null) {
      return;
    }
    try {
      if (LinkEndpoint.parse(video).kind() != LinkEndpoint.Kind.UDP_LISTEN) {
        report(at + "/video", "must be udp:HOST:PORT, MPEG-TS comes over UDP");
      }
    } catch (IllegalArgumentException e) {
      report(at + "/video", String.valueOf(e.getMessage()));
    }
    if (!videos.add(video)) {
      report(at + "/video", "is given twice: " + video);
    }
  }

  /** Here, since no decision is told the secret part that the checksum covers. */
  private void operator(String at, @Nullable String number) {
    boolean wrong =
        number != null
            && OperatorNumber.parse(number)
                .filter(read -> read.verify() == OperatorNumber.Checksum.WRONG)
                .isPresent();
    if (wrong) {
      report(at, "has a checksum that does not fit its secret part");
    }
  }

  private void witness(String at, StationConfig.WitnessPart witness) {
    web(at + "/url", witness.url());
    try {
      CosignerKey unused = CosignerKey.parse(witness.key());
    } catch (IllegalArgumentException e) {
      report(at + "/key", "is not a witness's public key (vkey of type 04): " + e.getMessage());
    }
  }

  private void web(String pointer, String text) {
    try {
      URI address = new URI(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (!web || address.getHost() == null) {
        report(pointer, "must be an http or https address with a host");
      }
    } catch (URISyntaxException e) {
      report(pointer, "is not an address: " + e.getMessage());
    }
  }

  private void camera(String at, StationConfig.CameraPart camera, Set<String> services) {
    web(at + "/snapshot", camera.snapshot());
    for (int i = 0; i < camera.services().size(); i++) {
      known(at + "/services/" + i, camera.services().get(i), services, "service");
    }
  }

  private void known(String pointer, String name, Set<String> all, String what) {
    if (!all.contains(name)) {
      String known = all.stream().sorted().collect(Collectors.joining(", "));
      report(pointer, "no " + what + " \"" + name + "\"; there are " + known);
    }
  }

  private void report(String pointer, String message) {
    problems.add(document.problem(pointer, message));
  }

  private static String schema() {
    try (InputStream in = StationFile.class.getResourceAsStream("station.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("station.schema.json is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
