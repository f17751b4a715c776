package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.groundstation.text.Texts;
import org.vigie.simulator.fault.FaultPorts;
import org.vigie.simulator.play.TrueTrack;
import org.vigie.simulator.run.Outside;
import org.vigie.simulator.run.RunningSimulation;
import org.vigie.simulator.scenario.AcousticSensor;
import org.vigie.simulator.scenario.Scenario;

/**
 * One demonstration, whole: simulator in this process, station in another, people and sensors
 * through HTTP, the story from the station's journal.
 *
 * @threading confined to the demo's thread, but for {@link #interrupt()}
 */
final class DemoRun implements AutoCloseable {
  /** How often it looks at what is due, wall time. */
  private static final long LOOK_MS = 20;

  /** What the record may take after the closing entry, wall time. */
  private static final long RECORD_S_MAX = 30;

  private final Scenario scenario;
  private final Texts texts;
  private final StationFolder folder;
  private final DemoVehicles vehicles;
  private final DemoCameras cameras;
  private final boolean figures;
  private final StationProcess station;
  private final DemoClock clock;
  private final Story story;
  private final StoryFacts facts = new StoryFacts();
  private final LivePicture auditor;
  private final Screens screens;
  private final DemoWindows windows;
  private final List<ScriptedPerson> people = new ArrayList<>();
  private final TrueTrack track = new TrueTrack();
  private List<Expectations.Result> results = List.of();
  private int falseAlarms;
  private final SensorReports sensors;
  private volatile boolean interrupted;

  private DemoRun(
      DemoSetting setting,
      Scenario scenario,
      Texts texts,
      DemoVehicles vehicles,
      DemoCameras cameras)
      throws IOException, BadInputException {
    this.scenario = scenario;
    this.texts = texts;
    this.vehicles = vehicles;
    this.cameras = cameras;
    this.figures = setting.figures();
    int port = freePort();
    this.folder =
        StationFolder.create(
            setting.out(), scenario.stationTemplate(), values(setting, scenario, port));
    Files.writeString(folder.path().resolve("terrain.asc"), setting.terrainText());
    Files.writeString(folder.path().resolve("town.json"), setting.townText());
    this.clock = DemoClock.startingNow(vehicles.now(), setting.speed());
    this.station =
        new StationProcess(folder.config(), port, clock, folder.path().resolve("station.log"));
    StationClient auditing = new StationClient(port, folder.token("demo-auditor-1"));
    DecisionLines decisions = DecisionLines.of(folder.path(), auditing, setting.language());
    this.story = new Story(setting.output(), folder.path().resolve("story.txt"), texts, decisions);
    this.auditor =
        new LivePicture(
            auditing,
            entry -> {
              facts.take(entry);
              story.tell(entry);
              tellWorld(entry);
            });
    RunningSimulation simulation = vehicles.simulation();
    if (simulation != null) {
      simulation.order(play -> play.track(track));
      simulation.takenBy(Outside.Taker.STATION);
      simulation.takenBy(Outside.Taker.ALARMS);
    }
    this.screens = setting.screens();
    this.windows = new DemoWindows(folder, port, setting, story);
    for (Scenario.PersonSpec person : scenario.people()) {
      StationClient client = new StationClient(port, folder.token(person.id()));
      if (screens != Screens.PEOPLE) {
        people.add(new ScriptedPerson(person, scenario, client, story, clock::now));
      }
    }
    this.sensors =
        new SensorReports(
            AcousticSensor.reports(scenario, scenario.expect().withinS()),
            new StationClient(port, folder.token("demo-sensors")),
            story);
  }

  static DemoRun prepare(DemoSetting setting, Scenario scenario, Texts texts)
      throws DocumentException, IOException, BadInputException {
    DemoVehicles vehicles = DemoVehicles.start(setting, scenario);
    DemoCameras cameras = null;
    try {
      cameras = DemoCameras.start(setting, scenario, vehicles.simulation());
      return new DemoRun(setting, scenario, texts, vehicles, cameras);
    } catch (DocumentException | IOException | BadInputException | RuntimeException e) {
      if (cameras != null) {
        cameras.close();
      }
      vehicles.close();
      throw e;
    }
  }

  private Map<String, String> values(DemoSetting setting, Scenario scenario, int port) {
    Map<String, String> values = new HashMap<>();
    Scenario.HomeSpec home = scenario.vehicles().get(0).home();
    values.put("language", setting.language().code());
    values.put("http.port", Integer.toString(port));
    values.put("wind.fromDeg", Double.toString(scenario.wind().fromDeg()));
    values.put("wind.speedMps", Double.toString(scenario.wind().speedMps()));
    values.put("site.lat", Double.toString(home.lat()));
    values.put("site.lon", Double.toString(home.lon()));
    values.put("site.amslM", Double.toString(home.amslM()));
    for (int i = 0; i < scenario.vehicles().size(); i++) {
      values.put("link." + (i + 1), vehicles.link(i));
      values.put("video." + (i + 1), cameras.video(i));
    }
    values.put("cameras", cameras.configuration());
    values.put("remoteId", vehicles.remoteId());
    return values;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Plays the scenario to its end, or until it is interrupted; whether everything that it expects
   * came true.
   */
  boolean play(DemoSetting setting) throws IOException, InterruptedException, BadInputException {
    try {
      return playOut(setting);
    } catch (StationRefusedException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private boolean playOut(DemoSetting setting)
      throws IOException, InterruptedException, BadInputException {
    story.say(
        "story.opening", scenario.title().in(setting.language().code()), scenario.place().name());
    if (setting.speed() != 1) {
      story.say("story.clock", setting.speed());
    }
    station.start();
    people.forEach(ScriptedPerson::sitDown);
    if (screens != Screens.NONE) {
      windows.open();
    }
    if (screens == Screens.PEOPLE) {
      story.say("demo.windows.what-to-do");
      return byHand();
    }
    // a busy machine's start of the station is no part of the story
    Instant giveUp = clock.now().plusMillis((long) (scenario.expect().withinS() * 1000));
    while (!interrupted && !over() && clock.now().isBefore(giveUp)) {
      turn();
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    return finish();
  }

  /** Stays up until it is told to stop; what was flown by then has its record verified. */
  private boolean byHand() throws IOException, InterruptedException {
    RecordWatch records = new RecordWatch(folder.path().resolve("records"), folder.key(), story);
    while (!interrupted) {
      turn();
      windows.look();
      records.look();
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    Set<String> returning = station.stop();
    records.look();
    story.say("summary.interrupted");
    nameWhatFlies(returning);
    records.last().ifPresent(record -> story.print("record: " + record));
    return records.allVerify();
  }

  private boolean over() {
    return facts.closed()
        && sensors.done()
        && people.stream().noneMatch(ScriptedPerson::stillToDecide);
  }

  private void turn() throws IOException, InterruptedException {
    Instant now = clock.now();
    auditor.keepUp();
    sensors.turn(now);
    RunningSimulation simulation = vehicles.simulation();
    Optional<Outside> order = simulation == null ? Optional.empty() : simulation.pollOutside();
    if (order.isPresent()) {
      obey(order.get());
    }
  }

  /** The timeline's faults wait for states that the journal tells. */
  private void tellWorld(JsonNode entry) {
    RunningSimulation simulation = vehicles.simulation();
    if (simulation != null && entry.path("type").asText().equals("flight.state-changed")) {
      simulation.reached(entry.path("body").path("to").asText());
    }
  }

  private void obey(Outside order) throws IOException, InterruptedException {
    if (order instanceof Outside.FalseAlarm alarm) {
      Scenario.SensorSpec sensor = scenario.findSensor(alarm.sensor()).orElseThrow();
      sensors.add(
          new AcousticSensor(scenario, sensor).falseAlarm(alarm.type(), alarm.at(), ++falseAlarms));
    } else if (order.equals(new Outside.Station(FaultPorts.StationOrder.KILL))) {
      station.kill();
      story.say("story.station.killed");
    } else {
      story.say("story.station.restarted");
      station.start();
    }
  }

  /** The station stops while the world still turns: what is in the air has to hear it. */
  private boolean finish() throws IOException, InterruptedException {
    Path record = folder.path().resolve("records").resolve(facts.flightId());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECORD_S_MAX);
    while (facts.closed()
        && !Files.isDirectory(record)
        && System.nanoTime() < deadline
        && !interrupted) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    Set<String> returning = station.stop();
    boolean kept = false;
    if (interrupted) {
      story.say("summary.interrupted");
    } else {
      Summary summary = new Summary(story, texts, facts, vehicles.simulation() != null);
      results = summary.print(scenario, facts.closed() ? record : null, folder.key(), track);
      kept = results.stream().allMatch(Expectations.Result::kept);
      Files.writeString(folder.path().resolve("true-track.csv"), track.csv());
    }
    nameWhatFlies(returning);
    return kept;
  }

  private void nameWhatFlies(Set<String> returning) {
    returning.forEach(flight -> story.say("summary.airborne", flight));
    if (facts.airborne() && !returning.contains(facts.flightId())) {
      story.say("summary.airborne.alone", facts.flightId());
    }
  }

  /** What became of each expectation; none before the end. */
  List<Expectations.Result> results() {
    return results;
  }

  /** What the journal said so far. */
  StoryFacts facts() {
    return facts;
  }

  /** Simulated time since the scenario's start. */
  Duration simulated() {
    return Duration.between(scenario.start(), vehicles.now());
  }

  /** Lets {@link #play} end in order as soon as it can, from any thread. */
  void interrupt() {
    interrupted = true;
  }

  @Override
  public void close() throws IOException {
    people.forEach(ScriptedPerson::close);
    windows.close();
    auditor.close();
    station.stop();
    if (figures) {
      cameras.writeFigures(folder.path().resolve("camera.json"));
    }
    cameras.close();
    vehicles.close();
    story.close();
  }
}
