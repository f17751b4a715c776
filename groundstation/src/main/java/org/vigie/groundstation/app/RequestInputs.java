package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.ObstacleReader;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.request.RequestConfig;
import org.vigie.groundstation.app.request.RequestFile;
import org.vigie.groundstation.compliance.evidence.EvidenceReader;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Start;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/**
 * A REQUEST.yaml with every file that it names, read.
 *
 * @param request what the planner is asked
 * @param findings what is wrong in zone and obstacle files that could be read all the same
 * @param files hashes of the files that plan and proof rest on
 */
record RequestInputs(PlanRequest request, List<String> findings, List<ContentHash> files) {
  private static final int REQUEST_BYTES_MAX = 1 << 20;
  private static final int FILE_BYTES_MAX = 64_000_000;

  RequestInputs {
    findings = List.copyOf(findings);
    files = List.copyOf(files);
  }

  /**
   * Reads a request and what it names.
   *
   * @throws DocumentException if any of it cannot be used, with file, line and field
   */
  static RequestInputs read(Path path) throws BadInputException, DocumentException, IOException {
    String text = utf8(path.toString(), ZonesCommand.bytes(path, REQUEST_BYTES_MAX));
    Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    RequestFile file =
        RequestFile.read(path.toString(), text, name -> Files.readString(folder.resolve(name)));
    return new Reading(folder, file).read();
  }

  /** What the proof needs beside the plan. */
  ProofInputs proofInputs() {
    return new ProofInputs(
        request.site(),
        request.aircraft(),
        request.zones(),
        request.authorisedZones(),
        request.terrain(),
        request.obstacles(),
        request.wind(),
        request.limits(),
        files);
  }

  static String utf8(String name, byte[] bytes) throws DocumentException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DocumentException(new Problem(name, 0, 0, "", "is not a text in UTF-8"));
    }
  }

  /** One reading: the request's own files first, the station's where it names none. */
  private static final class Reading {
    private final Path folder;
    private final RequestFile file;
    private final RequestConfig config;
    private final @Nullable StationConfig station;
    private final Path stationFolder;
    private final List<String> findings = new ArrayList<>();
    private final List<ContentHash> hashes = new ArrayList<>();

    Reading(Path folder, RequestFile file) {
      this.folder = folder;
      this.file = file;
      this.config = file.config();
      this.station = file.station();
      String name = config.station();
      Path named = name == null ? folder : folder.resolve(name).getParent();
      this.stationFolder = named == null ? folder : named;
    }

    RequestInputs read() throws DocumentException, BadInputException, IOException {
      StationConfig.SitePart site = file.site();
      StationConfig.AircraftPart aircraft = file.aircraft();
      StationConfig.WindPart wind = file.wind();
      Terrain terrain = terrain();
      Home home = Home.of(site.position(), new AltitudeAmsl(site.amslM()));
      PlanRequest request =
          new PlanRequest(
              config.id(),
              new Site(site.id(), home, List.of(site.position())),
              AircraftModels.of(aircraft),
              new Incident(
                  new LatLon(config.incident().lat(), config.incident().lon()),
                  config.incident().uncertaintyM()),
              Start.onGround(home),
              zones(),
              authorised(),
              terrain,
              obstacles(),
              new Wind(wind.fromDeg(), wind.speedMps()),
              limits(),
              file.at(),
              file.validity(),
              onSceneS());
      return new RequestInputs(request, findings, hashes);
    }

    private ZoneSet zones() throws DocumentException, BadInputException {
      List<UasZone> zones = new ArrayList<>();
      List<ZoneSource> sources = new ArrayList<>();
      boolean own = !config.zones().isEmpty() || station == null;
      List<String> names = own || station == null ? config.zones() : station.zones();
      if (names.isEmpty()) {
        throw file.wrong("/zones", "is missing: without zones nothing is known to be free");
      }
      for (int i = 0; i < names.size(); i++) {
        Path path = path(own, names.get(i), "/zones/" + i);
        ZoneFile read = ZonesCommand.read(path);
        read.blocking().forEach(finding -> findings.add(finding.toString()));
        hashes.add(ContentHash.of(ZonesCommand.bytes(path)));
        zones.addAll(read.zones());
        sources.add(read.source());
      }
      return new ZoneSet(zones, sources);
    }

    private Terrain terrain() throws DocumentException, BadInputException {
      boolean own = !config.terrain().isEmpty() || station == null;
      List<String> names = own || station == null ? config.terrain() : List.of(station.terrain());
      if (names.isEmpty()) {
        throw file.wrong("/terrain", "is missing: nothing is planned over unknown ground");
      }
      List<Path> paths = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Path path = path(own, names.get(i), "/terrain/" + i);
        hashes.add(ContentHash.of(ZonesCommand.bytes(path, FILE_BYTES_MAX)));
        paths.add(path);
      }
      return TerrainFiles.read(paths);
    }

    private Obstacles obstacles() throws DocumentException, BadInputException {
      List<ObstacleFile> files = new ArrayList<>();
      for (int i = 0; i < config.obstacles().size(); i++) {
        Path path = path(true, config.obstacles().get(i), "/obstacles/" + i);
        byte[] bytes = ZonesCommand.bytes(path, FILE_BYTES_MAX);
        hashes.add(ContentHash.of(bytes));
        ObstacleFile read = ObstacleReader.read(path.toString(), utf8(path.toString(), bytes));
        read.findings().forEach(problem -> findings.add(problem.toString()));
        files.add(read);
      }
      return files.isEmpty()
          ? Obstacles.NONE
          : new Obstacles(List.of(), files, config.limits().obstacleClearanceM());
    }

    /** Zones are opened by papers, and papers are made out to a service. */
    private Set<String> authorised() throws DocumentException, IOException {
      boolean own = config.evidence() != null || station == null;
      String evidence =
          own || station == null ? config.evidence() : station.compliance().evidence();
      if (evidence == null || config.service() == null) {
        return Set.of();
      }
      return EvidenceReader.read(
              StationInputs.evidenceTexts(
                  own ? folder : stationFolder, evidence, new ArrayList<>()))
          .zonesAuthorised(config.service(), file.at(), file.at().plus(file.validity()));
    }

    private FlightLimits limits() throws DocumentException {
      RequestConfig.LimitsPart own = config.limits();
      StationConfig.PlanningPart planning = station == null ? null : station.planning();
      double maxM = first(own.maxHeightAglM(), planning == null ? 120.0 : planning.maxHeightAglM());
      double minM = first(own.minHeightAglM(), planning == null ? 50.0 : planning.minHeightAglM());
      if (minM >= maxM) {
        throw file.wrong(
            "/limits/minHeightAglM", minM + " m must be less than maxHeightAglM, " + maxM + " m");
      }
      List<LatLon> area = file.area();
      return new FlightLimits(
          maxM,
          minM,
          own.fenceVerticesMax(),
          area.isEmpty() ? Optional.empty() : Optional.of(new GeoPolygon(area)),
          own.vlosM() == null ? OptionalDouble.empty() : OptionalDouble.of(own.vlosM()));
    }

    private double onSceneS() {
      double otherwise = station == null ? 60 : station.planning().onSceneS();
      return first(config.limits().onSceneS(), otherwise);
    }

    private static double first(@Nullable Double given, double otherwise) {
      return given == null ? otherwise : given;
    }

    private Path path(boolean own, String name, String field) throws DocumentException {
      Path path = (own ? folder : stationFolder).resolve(name);
      if (!Files.isRegularFile(path)) {
        throw own
            ? file.wrong(field, "there is no such file: " + name)
            : file.wrong("/station", "names a file that is not there: " + name);
      }
      return path;
    }
  }
}
