package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.PositionMessage.Attitude;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.ListKind;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.Peer;
import org.vigie.groundstation.vehicle.protocol.ScriptedVehicle;
import org.vigie.groundstation.vehicle.protocol.StoredItem;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Trust;
import org.vigie.groundstation.vehicle.way.Ways;
import org.vigie.planner.plan.MissionItem;

/**
 * Two links to one vehicle, one of which dies at some moment of an upload: without a word, or with
 * a broken connection. Virtual time; same seed, same run.
 */
final class DyingLinkTest {
  private static final AutopilotProfile COPTER = AutopilotProfile.arducopter();
  private static final Duration STEP = Duration.ofMillis(10);
  private static final Instant T0 = Instant.parse("2026-11-24T13:00:00Z");
  private static final int ITEMS = 25;
  private static final Load LOAD =
      new Load(
          Map.of(
              ListKind.MISSION,
              IntStream.range(0, ITEMS).mapToObj(DyingLinkTest::item).toList(),
              ListKind.FENCE,
              List.of(),
              ListKind.RALLY,
              List.of()),
          List.of());

  private static StoredItem item(int seq) {
    return StoredItem.of(
        new MissionItem(seq, 3, 16, 0, 0, 0, 0, 454_390_000 + seq * 100, 43_790_000, 30));
  }

  /** One whole run. */
  private static final class Run {
    private final SplittableRandom random;
    private final boolean breaks;
    private final boolean ownNumbers;
    private final Ways ways = new Ways();
    private final List<Link> links = new ArrayList<>();
    private final ScriptedVehicle vehicle = new ScriptedVehicle(new Peer(1, 1, 255, 190));
    private final FrameWriter station = new FrameWriter(255, 190);
    private final List<VehicleReport> reports = new ArrayList<>();
    private final List<Integer> modesHeard = new ArrayList<>();
    private final FrameWriter common = new FrameWriter(1, 1);
    private final VehicleCore<List<VehicleAct>> core =
        new VehicleCore<>(
            VehicleSettings.of("V1", 1, COPTER),
            new Supervisor<>() {
              @Override
              public List<VehicleAct> onReport(VehicleReport report, Instant at) {
                reports.add(report);
                return List.of();
              }

              @Override
              public List<VehicleAct> onInput(List<VehicleAct> input, Instant at) {
                return input;
              }
            },
            this::transmit);
    private Instant now = T0;
    private long changes;

    Run(long seed) {
      random = new SplittableRandom(seed);
      breaks = random.nextBoolean();
      ownNumbers = random.nextBoolean();
      links.add(new Link(20 + random.nextInt(80)));
      links.add(new Link(20 + random.nextInt(80)));
    }

    private boolean transmit(VehicleMessage message) {
      Frame frame = station.write(message);
      for (Ways.Route route : ways.inOrder(now)) {
        if (route.outlet().send(frame)) {
          return true;
        }
      }
      return false;
    }

    private void step() {
      now = now.plus(STEP);
      List<VehicleMessage> said = new ArrayList<>(vehicle.onTick(now));
      if (now.toEpochMilli() % 50 == 0) {
        said.add(new Attitude(now.toEpochMilli() & 0xFFFF_FFFFL, 0, 0, 0, 0, 0, 0));
      }
      said.forEach(message -> say(message, null));
      for (Link link : links) {
        link.arrivals();
      }
      long follow = ways.follow(now);
      if (follow != changes) {
        changes = follow;
        core.reconnected();
      }
      if (now.toEpochMilli() % 100 == 0) {
        core.onTick(now);
      }
    }

    /** An answer goes by the link that it answers, all else by all: as ArduPilot's channels do. */
    private void say(VehicleMessage message, @Nullable Link answered) {
      Frame shared = ownNumbers ? null : common.write(message);
      for (Link link : links) {
        if (answered == null || answered == link || !ownNumbers) {
          link.toStation(shared == null ? link.numbers.write(message) : shared);
        }
      }
    }

    private void run(Duration duration) {
      for (Instant end = now.plus(duration); now.isBefore(end); ) {
        step();
      }
    }

    private <T> List<T> reported(Class<T> type) {
      return reports.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A link with its own delay. */
    private final class Link implements FrameOutlet {
      private record Flying(Instant due, long order, Frame frame, boolean up) {}

      private final int delayMs;
      private final FrameWriter numbers = new FrameWriter(1, 1);
      private final PriorityQueue<Flying> air =
          new PriorityQueue<>(
              (a, b) ->
                  a.due().equals(b.due())
                      ? Long.compare(a.order(), b.order())
                      : a.due().compareTo(b.due()));
      private long order;
      private boolean dead;

      Link(int delayMs) {
        this.delayMs = delayMs;
      }

      void toStation(Frame frame) {
        air.add(new Flying(now.plusMillis(delayMs), order++, frame, false));
      }

      void arrivals() {
        while (!air.isEmpty() && !air.peek().due().isAfter(now)) {
          Flying arrived = air.remove();
          if (dead) {
            continue;
          }
          if (!arrived.up()) {
            if (ways.heard(arrived.frame(), this, Trust.CLAIM, now) == Ways.Hearing.NEW) {
              core.onMessage(Messages.decode(arrived.frame()), now, now);
            }
          } else {
            VehicleMessage message = Messages.decode(arrived.frame());
            if (message instanceof CommandLong command && command.command() == 176) {
              modesHeard.add((int) command.param2());
            }
            vehicle.onMessage(message, now).forEach(answer -> say(answer, this));
          }
        }
      }

      @Override
      public boolean send(Frame frame) {
        if (dead && breaks) {
          return false;
        }
        air.add(new Flying(now.plusMillis(delayMs), order++, frame, true));
        return true;
      }

      @Override
      public boolean open() {
        return !(dead && breaks);
      }

      @Override
      public String name() {
        return "link " + links.indexOf(this);
      }
    }
  }

  private static void dies(long seed) {
    Run run = new Run(seed);
    run.run(Duration.ofSeconds(3));
    assertThat(run.core.snapshot().link()).isEqualTo(LinkState.OK);
    run.core.onInput(List.of(new VehicleAct.Carry(LOAD)), run.now);
    run.run(Duration.ofMillis(run.random.nextInt(3500)));
    FrameOutlet used = run.ways.inOrder(run.now).get(0).outlet();
    int victim = run.random.nextInt(4) == 0 ? 1 - run.links.indexOf(used) : run.links.indexOf(used);
    run.links.get(victim).dead = true;
    Instant died = run.now;
    run.run(Duration.ofMillis(run.random.nextInt(1500)));
    run.core.onInput(List.of(new VehicleAct.SetMode("hold", COPTER.hold())), run.now);
    run.run(Duration.ofSeconds(30));

    List<VehicleReport.CarryFinished> ends = run.reported(VehicleReport.CarryFinished.class);
    assertThat(ends).as("seed %d", seed).hasSize(1);
    assertThat(ends.get(0).outcome()).as("seed %d", seed).isInstanceOf(CarryOutcome.New.class);
    assertThat(run.vehicle.differences(LOAD)).as("seed %d", seed).isEmpty();
    List<VehicleReport.CommandFinished> commands =
        run.reported(VehicleReport.CommandFinished.class).stream()
            .filter(command -> command.commandId().equals("hold"))
            .toList();
    assertThat(commands).as("seed %d", seed).hasSize(1);
    assertThat(commands.get(0).outcome())
        .as("seed %d, died %s", seed, died)
        .isInstanceOf(CommandOutcome.Accepted.class);
    assertThat(run.modesHeard).as("seed %d", seed).isNotEmpty().containsOnly(17);
    assertThat(run.ways.inOrder(run.now).get(0).outlet())
        .as("seed %d", seed)
        .isSameAs(run.links.get(1 - victim));
    assertThat(run.core.snapshot().link()).as("seed %d", seed).isEqualTo(LinkState.OK);
  }

  @Test
  void whenever_a_link_dies_in_an_upload_the_list_lands_whole_and_the_hold_is_heard() {
    for (long seed = 0; seed < 60; seed++) {
      dies(seed);
    }
  }

  @Test
  @Tag("deep")
  void at_any_of_many_moments() {
    for (long seed = 1000; seed < 4000; seed++) {
      dies(seed);
    }
  }
}
