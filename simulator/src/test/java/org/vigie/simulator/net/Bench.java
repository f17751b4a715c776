package org.vigie.simulator.net;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/** One vehicle with real sockets in virtual time: the test turns the world by hand. */
final class Bench implements AutoCloseable {
  /** A clock that the test moves. */
  static final class HandClock implements WallClock {
    private long nanos;

    void pass(long more) {
      nanos += more;
    }

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public long epochMillis() {
      return nanos / 1_000_000;
    }

    @Override
    public void sleep(long ns) {
      nanos += ns;
    }
  }

  final HandClock clock = new HandClock();
  final Network network;
  final World world;
  final SimulatedVehicle vehicle;
  final VehicleLinks links;

  Bench(LinkRules rules, long seed) throws Exception {
    network = new Network(clock, List.of());
    world = new World(Instant.parse("2026-11-24T13:00:00Z"), 1, place -> Optional.empty());
    vehicle =
        world.add(
            new VehicleSetup(
                "one",
                1,
                Flavour.ARDUCOPTER_4_6,
                AirframeReader.shipped("quad-4kg"),
                new LatLon(45, 4),
                500,
                0));
    links = new VehicleLinks(network, 1, rules, seed);
  }

  /** Ten milliseconds of the world. */
  void turn() {
    network.look();
    links.exchange(vehicle.autopilot(), world.elapsedS());
    for (int i = 0; i < 4; i++) {
      world.step();
    }
    links.send(vehicle.autopilot(), world.elapsedS());
    clock.pass(10_000_000);
  }

  /** Turns until something is so; the kernel may hold bytes for a moment. */
  void until(String what, Check check) throws IOException {
    for (int i = 0; i < 3_000; i++) {
      turn();
      if (check.isSo()) {
        return;
      }
    }
    throw new AssertionError("not within 30 s of the world: " + what);
  }

  /** What a test waits for. */
  interface Check {
    boolean isSo() throws IOException;
  }

  @Override
  public void close() throws IOException {
    links.close();
    network.close();
  }
}
