package org.vigie.simulator.run;

import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.simulator.alert.AlertFeed;
import org.vigie.simulator.alert.AlertSender;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.scenario.AcousticSensor;
import org.vigie.simulator.scenario.Scenario;

/**
 * The sensors of a running simulation, on a thread of their own: nobody waits for their network.
 */
final class SensorThread implements AutoCloseable {
  private static final long LOOK_NS = 20_000_000;

  /** A simulation without end: sensors that are wrong are wrong for so long. */
  private static final double LISTEN_S = 24 * 3600;

  private final Scenario scenario;
  private final RunningSimulation simulation;
  private final AlertSender sender;
  private final AlertFeed feed;
  private final WallClock clock;
  private final Thread thread;
  private int falseAlarms;
  private volatile boolean closed;

  private SensorThread(
      Scenario scenario,
      RunningSimulation simulation,
      AlertSender sender,
      WallClock clock,
      Consumer<String> notes) {
    this.scenario = scenario;
    this.simulation = simulation;
    this.sender = sender;
    this.clock = clock;
    this.feed = new AlertFeed(AcousticSensor.reports(scenario, LISTEN_S), sender, notes);
    this.thread = new Thread(this::run, "sim-sensors");
    thread.setDaemon(true);
  }

  static SensorThread start(
      Scenario scenario,
      RunningSimulation simulation,
      AlertSender sender,
      WallClock clock,
      Consumer<String> notes) {
    simulation.takenBy(Outside.Taker.ALARMS);
    SensorThread started = new SensorThread(scenario, simulation, sender, clock, notes);
    started.thread.start();
    return started;
  }

  private void run() {
    try {
      while (!closed) {
        Optional<Outside> order = simulation.pollOutside();
        if (order.isPresent() && order.get() instanceof Outside.FalseAlarm alarm) {
          scenario
              .findSensor(alarm.sensor())
              .map(sensor -> new AcousticSensor(scenario, sensor))
              .ifPresent(
                  sensor -> feed.add(sensor.falseAlarm(alarm.type(), alarm.at(), ++falseAlarms)));
        }
        feed.turn(simulation.simulatedTime());
        clock.sleep(LOOK_NS);
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    sender.close();
  }
}
