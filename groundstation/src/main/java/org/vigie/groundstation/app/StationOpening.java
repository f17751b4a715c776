package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.access.AccessEvent;
import org.vigie.groundstation.access.People;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.api.ApiPorts;
import org.vigie.groundstation.api.ApiServer;
import org.vigie.groundstation.api.DecisionWordsSource;
import org.vigie.groundstation.api.MapPorts;
import org.vigie.groundstation.api.PicturePorts;
import org.vigie.groundstation.api.SealPorts;
import org.vigie.groundstation.api.StationFacts;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.config.StationFile;
import org.vigie.groundstation.app.seal.JournalSeals;
import org.vigie.groundstation.compliance.decision.DecisionVocabulary;
import org.vigie.groundstation.dispatch.DeskSetting;
import org.vigie.groundstation.dispatch.DispatchEvent;
import org.vigie.groundstation.dispatch.StaffedService;
import org.vigie.groundstation.dispatch.StationDesk;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.PilotPatience;
import org.vigie.groundstation.flightlog.FlightLog;
import org.vigie.groundstation.flightlog.FlightLogEvents;
import org.vigie.groundstation.flightlog.Sealer;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.groundstation.incident.IncidentEvents;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.link.forward.Forwarding;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.LoopThreads;
import org.vigie.groundstation.video.VideoSource;
import org.vigie.groundstation.video.VideoStation;
import org.vigie.groundstation.video.record.VideoEvent;
import org.vigie.groundstation.viewing.ViewEvent;
import org.vigie.groundstation.viewing.Viewing;
import org.vigie.groundstation.viewing.ViewingSetting;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * Puts a station together, part by part; what was opened is closed again if a later part fails.
 *
 * @threading confined to the starting thread
 */
final class StationOpening {
  private static final Logger LOG = LoggerFactory.getLogger(StationOpening.class);

  /** Between two live snapshots, station time. */
  private static final Duration LIVE_TICK = Duration.ofSeconds(1);

  /** How often it is looked what is to be recorded, and who still looks, station time. */
  private static final Duration PICTURES_LOOK = Duration.ofSeconds(1);

  /** How often it is looked whether zone files have changed, station time. */
  private static final Duration ZONES_LOOK = Duration.ofSeconds(10);

  private final Path folder;
  private final String fileName;
  private final String configText;
  private final StationConfig config;
  private final StationInputs inputs;
  private final ScaledClock clock;
  private final Closer closer = new Closer();
  private final Airspace airspace = new Airspace();

  private StationOpening(
      Path folder,
      String fileName,
      String configText,
      StationConfig config,
      StationInputs inputs,
      ScaledClock clock) {
    this.folder = folder;
    this.fileName = fileName;
    this.configText = configText;
    this.config = config;
    this.inputs = inputs;
    this.clock = clock;
  }

  /**
   * Reads a configuration and brings the station up.
   *
   * @throws DocumentException if a file cannot be used, with file, line and field
   * @throws IOException if the journal, a link or the port cannot be opened
   */
  static Station open(Path file, ScaledClock clock) throws DocumentException, IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    String text = Files.readString(file);
    String name = file.getFileName().toString();
    StationConfig config = StationFile.read(name, text);
    StationInputs inputs = StationInputs.read(folder, config);
    StationOpening opening = new StationOpening(folder, name, text, config, inputs, clock);
    try {
      return opening.open();
    } catch (DocumentException | IOException | RuntimeException e) {
      opening.closer.close();
      throw e;
    }
  }

  private Station open() throws DocumentException, IOException {
    Path data = folder.resolve(config.data());
    ThreadScheduler scheduler = closer.add(new ThreadScheduler(clock));
    EventCodec codec = codec();
    SqliteJournal journal = closer.add(SqliteJournal.open(data, codec));
    NoteSigner signer =
        StationKeys.open(data.resolve("station.key"), config.station().id(), journal);
    Files.writeString(
        folder.resolve("station.pub"),
        StationKeys.published(signer, config.station().id(), journal));
    StationLog log = new StationLog(journal, clock, config.station());
    StationLinks opened = new StationLinks(folder, config, this::problem);
    Forwarding forwarding = closer.add(opened.forwarding());
    UnitSetting setting =
        new UnitSetting(
            data.resolve("telemetry"),
            journal,
            clock,
            scheduler,
            closer.add(new LoopThreads(scheduler)),
            log,
            PilotPatience.WALL.by(clock::toStation),
            airspace,
            inputs.terrain(),
            new RemoteIdentities(config),
            forwarding::forward);
    VehicleFleet fleet = vehicles(opened, setting);
    ExecutorService worker = Executors.newSingleThreadExecutor(t -> new Thread(t, "records"));
    closer.add(worker::shutdown);
    Sealer sealer = new Sealer(journal.tree(), journal.checkpoints(), signer, clock);
    JournalSeals seals =
        closer.add(
            new JournalSeals(
                config.seal(),
                journal,
                journal.tree(),
                journal.checkpoints(),
                sealer,
                log::contradictedBy));
    FlightLog flightLog =
        new FlightLog(journal, sealer, seals.witnesses(), folder.resolve(config.records()), worker);
    ZonesInForce zones =
        new ZonesInForce(
            folder,
            config,
            inputs,
            file -> new RecordInput(file.name(), file.kind(), journal.keep(file.bytes())),
            log,
            clock);
    List<RecordInput> aircraft = keepAircraft(journal);
    ScaledClock wall = ScaledClock.wall();
    FlightsShown flights = new FlightsShown();
    Viewing viewing = new Viewing(viewing(), journal, clock, wall, flights);
    VideoStation video =
        closer.add(new VideoStation(videos(), data.resolve("video"), journal, clock, wall));
    FlightPictures pictures =
        new FlightPictures(viewing, video, flights, config.station().commune());
    FlightRecords records =
        new FlightRecords(
            fleet,
            pictures,
            flightLog,
            () -> Stream.concat(zones.kept().stream(), aircraft.stream()).toList(),
            config.station().commune(),
            clock);
    FlightPlanner planner = closer.add(new FlightPlanner(config, zones, journal));
    log.started(ContentHash.of(configText), inputs);
    StationDesk desk =
        closer.add(
            new StationDesk(
                setting(),
                journal,
                codec,
                fleet,
                planner,
                records,
                clock,
                scheduler,
                (thread, bug) -> LOG.error("a turn of the Desk met a bug", bug)));
    Links links = closer.add(StationLinks.connect(config, fleet, forwarding::forward));
    for (String receiver : config.traffic()) {
      links.traffic(LinkEndpoint.parse(receiver), airspace, clock);
    }
    StationMetrics metrics = new StationMetrics(journal, fleet, desk, links, forwarding, clock);
    flights.of(desk);
    ApiPorts ports =
        new ApiPorts(
            desk,
            journal,
            people(),
            clock,
            wall,
            new RecordZips(flightLog),
            new StationReports(
                flightLog,
                Language.of(Objects.requireNonNullElse(config.station().language(), "fr"))),
            metrics,
            metrics,
            facts(),
            decisionWords(),
            new PicturePorts(
                viewing,
                new StationVideo(video),
                closer.add(new StationCameras(config.cameras(), wall))),
            new MapPorts(
                new StationMap(
                    config, () -> zones.get().zones().zones(), zones::asOf, inputs.base(), clock),
                new StationProfiles(desk, journal, inputs.terrain())),
            fleet,
            new SealPorts(journal.checkpoints(), journal.tree()));
    worker.execute(pictures::recover);
    seals.every(Duration.ofSeconds(config.seal().everyS()), scheduler, worker);
    scheduler.every(PICTURES_LOOK, pictures::look);
    scheduler.every(ZONES_LOOK, () -> worker.execute(() -> zones.look(desk, fleet, planner)));
    ApiServer api = closer.add(new ApiServer(ports, clock.toWall(LIVE_TICK)));
    return new Station(config.http().host(), listen(api), fleet, desk, journal, clock, log, closer);
  }

  private int listen(ApiServer api) throws DocumentException {
    try {
      return api.start(config.http().host(), config.http().port());
    } catch (IOException e) {
      throw problem("/http/port", e);
    }
  }

  private static EventCodec codec() {
    List<Class<? extends Event>> types = new ArrayList<>();
    types.addAll(StationEvent.types());
    types.addAll(IncidentEvents.types());
    types.addAll(DispatchEvent.types());
    types.addAll(FlightEvent.types());
    types.addAll(FlightLogEvents.types());
    types.addAll(AccessEvent.types());
    types.addAll(ViewEvent.types());
    types.addAll(VideoEvent.types());
    return EventCodec.of(types);
  }

  /** What plans know of aircraft, kept under its hashes for the records. */
  private List<RecordInput> keepAircraft(SqliteJournal journal) {
    List<RecordInput> kept = new ArrayList<>();
    for (StationConfig.AircraftPart aircraft : config.aircraft()) {
      byte[] bytes = CanonicalJson.write(aircraft).getBytes(StandardCharsets.UTF_8);
      kept.add(new RecordInput(aircraft.id() + ".json", "aircraft", journal.keep(bytes)));
    }
    return kept;
  }

  private VehicleFleet vehicles(StationLinks links, UnitSetting setting) throws DocumentException {
    Map<String, VehicleUnit> units = new LinkedHashMap<>();
    for (int i = 0; i < config.vehicles().size(); i++) {
      StationConfig.VehiclePart part = config.vehicles().get(i);
      VehicleUnit unit =
          closer.add(new VehicleUnit(part, profile(part), links.signing(i), setting));
      units.put(part.id(), unit);
    }
    return new VehicleFleet(units);
  }

  /** The file was checked: every vehicle's aircraft is there, with a firmware that has a table. */
  private AutopilotProfile profile(StationConfig.VehiclePart part) {
    return config.aircraft().stream()
        .filter(aircraft -> aircraft.id().equals(part.aircraft()))
        .map(aircraft -> AutopilotProfile.ofFirmware(aircraft.firmware(), aircraft.preRelease()))
        .findFirst()
        .orElseThrow();
  }

  /** What went wrong while something came up, at its place in the file. */
  private DocumentException problem(String pointer, IOException e) throws DocumentException {
    return new DocumentException(
        StationFile.problem(fileName, configText, pointer, String.valueOf(e.getMessage())));
  }

  private DeskSetting setting() {
    return new DeskSetting(
        config.station().id(),
        config.station().commune(),
        config.services().stream().map(s -> new StaffedService(s.id(), s.pilots())).toList());
  }

  private List<VideoSource> videos() {
    List<VideoSource> sources = new ArrayList<>();
    for (StationConfig.VehiclePart vehicle : config.vehicles()) {
      if (vehicle.video() != null) {
        LinkEndpoint endpoint = LinkEndpoint.parse(vehicle.video());
        sources.add(new VideoSource(vehicle.id(), endpoint.host(), endpoint.port()));
      }
    }
    return sources;
  }

  private ViewingSetting viewing() {
    return new ViewingSetting(
        config.station().commune(),
        config.services().stream()
            .collect(
                Collectors.toMap(StationConfig.ServicePart::id, StationConfig.ServicePart::type)),
        config.cameras().stream()
            .collect(
                Collectors.toMap(
                    StationConfig.CameraPart::id, camera -> Set.copyOf(camera.services()))));
  }

  private DecisionWordsSource decisionWords() {
    Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      words.put(language, DecisionVocabulary.of(inputs.packs(), inputs.evidence(), language));
    }
    return language -> words.getOrDefault(language, Map.of());
  }

  private StationFacts facts() {
    StationConfig.StationPart station = config.station();
    return new StationFacts(
        station.id(),
        Objects.requireNonNullElse(station.name(), station.id()),
        Objects.requireNonNullElse(station.language(), "fr"),
        config.services().stream()
            .map(
                s ->
                    new StationFacts.ServiceFacts(
                        s.id(), Objects.requireNonNullElse(s.name(), s.id()), s.type()))
            .toList());
  }

  private People people() {
    return new People(
        config.people().stream()
            .map(
                p ->
                    new People.Registered(
                        new Person(p.id(), p.name(), p.roles(), p.service(), p.commune()),
                        p.tokenSha256()))
            .toList());
  }
}
