package org.vigie.groundstation.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vigie.groundstation.text.Texts;
import org.vigie.simulator.run.RunningSimulation;
import org.vigie.simulator.scenario.AcousticSensor;
import org.vigie.simulator.scenario.FaultAct;
import org.vigie.simulator.scenario.Scenario;

/**
 * One demonstration, whole: simulator in this process, station in another, people and sensors
 * through HTTP, the story from the station's journal.
 *
 * @threading confined to the demo's thread, but for {@link #stop()}
 */
final class DemoRun implements AutoCloseable {
  /** How often people look up, wall time. */
  private static final long LOOK_MS = 20;

  /** What the journal may take after the last thing was said, wall time. */
  private static final long RECORD_S_MAX = 30;

  private final Scenario scenario;
  private final Texts texts;
  private final StationFolder folder;
  private final RunningSimulation simulation;
  private final StationProcess station;
  private final DemoClock clock;
  private final Story story;
  private final StoryFacts facts = new StoryFacts();
  private final LivePicture auditor;
  private final List<ScriptedPerson> people = new ArrayList<>();
  private final List<Scenario.FaultSpec> faults;
  private final SensorReports sensors;
  private final int port;
  private volatile boolean stopping;

  private DemoRun(DemoSetting setting, Scenario scenario, Texts texts) throws IOException {
    this.scenario = scenario;
    this.texts = texts;
    this.port = freePort();
    this.simulation = setting.simulate(scenario);
    this.folder =
        StationFolder.create(
            setting.out(), scenario.stationTemplate(), values(setting, scenario, simulation, port));
    setting.writeTerrain(scenario, folder.path());
    this.clock = DemoClock.startingNow(simulation.simulatedTime(), setting.speed());
    this.station =
        new StationProcess(folder.config(), clock.argument(), folder.path().resolve("station.log"));
    StationClient auditing = new StationClient(port, folder.token("demo-auditor-1"));
    DecisionLines decisions = DecisionLines.of(folder.path(), auditing, setting.language());
    this.story = new Story(setting.output(), folder.path().resolve("story.txt"), texts, decisions);
    this.auditor =
        new LivePicture(
            auditing,
            entry -> {
              facts.take(entry);
              story.tell(entry);
            });
    this.faults = new ArrayList<>(scenario.stationFaults());
    this.sensors =
        new SensorReports(
            AcousticSensor.reports(scenario),
            new StationClient(port, folder.token("demo-sensors")));
  }

  static DemoRun prepare(DemoSetting setting, Scenario scenario, Texts texts) throws IOException {
    return new DemoRun(setting, scenario, texts);
  }

  private static Map<String, String> values(
      DemoSetting setting, Scenario scenario, RunningSimulation simulation, int port) {
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
      values.put("link." + (i + 1), setting.link(simulation, i));
    }
    return values;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Plays the scenario to its end; whether everything that it expects came true. */
  boolean play(DemoSetting setting) throws IOException, InterruptedException {
    story.say(
        "story.opening", scenario.title().in(setting.language().code()), scenario.place().name());
    if (setting.speed() != 1) {
      story.say("story.clock", setting.speed());
    }
    station.start();
    for (Scenario.PersonSpec person : scenario.people()) {
      people.add(
          new ScriptedPerson(person, scenario, new StationClient(port, folder.token(person.id()))));
    }
    Instant giveUp = scenario.start().plusMillis((long) (scenario.expect().withinS() * 1000));
    while (!stopping && !over() && clock.now().isBefore(giveUp)) {
      turn();
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    return !stopping && finish();
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
    for (ScriptedPerson person : people) {
      person.turn(now);
    }
    for (Scenario.FaultSpec fault : List.copyOf(faults)) {
      boolean due =
          facts
              .first(fault.on())
              .map(at -> !now.isBefore(at.plusMillis((long) (fault.afterS() * 1000))))
              .orElse(false);
      if (due) {
        faults.remove(fault);
        apply(fault.act());
      }
    }
  }

  private void apply(FaultAct act) throws IOException, InterruptedException {
    if (act == FaultAct.KILL) {
      station.kill();
      story.say("story.station.killed");
    } else {
      story.say("story.station.restarted");
      station.start();
    }
  }

  private boolean finish() throws IOException, InterruptedException {
    Path record = folder.path().resolve("records").resolve(facts.flightId());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECORD_S_MAX);
    while (!Files.isDirectory(record) && System.nanoTime() < deadline && !stopping) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
    station.stop();
    Summary summary = new Summary(story, texts, facts);
    return summary.print(scenario, record, folder.path().resolve("station.pub"));
  }

  /** Stops in order, from any thread: the station returns what is in the air and says so. */
  void stop() {
    stopping = true;
    station.stop();
  }

  /** The flight that is in the air, empty when none is. */
  String inTheAir() {
    boolean airborne = facts.first("TAKING_OFF").isPresent() && facts.first("LANDED").isEmpty();
    return airborne ? facts.flightId() : "";
  }

  Path path() {
    return folder.path();
  }

  @Override
  public void close() throws IOException {
    people.forEach(ScriptedPerson::close);
    auditor.close();
    station.stop();
    simulation.close();
    story.close();
  }
}
