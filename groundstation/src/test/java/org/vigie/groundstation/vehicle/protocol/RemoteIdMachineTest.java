package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.HeightAboveEllipsoid;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.RemoteIdMessage;
import org.vigie.groundstation.mavlink.RemoteIdMessage.ArmStatus;
import org.vigie.groundstation.mavlink.RemoteIdMessage.BasicId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.OperatorId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SelfId;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SystemState;
import org.vigie.groundstation.mavlink.RemoteIdMessage.SystemUpdate;

/** Feeding a transmitter, in virtual time of ten ticks a second. */
class RemoteIdMachineTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Peer PEER = new Peer(7, 1, 255, 190);
  private static final OperatorPlace COURIOT = place(45.4386, 4.3766);
  private static final RemoteIdentity FIRE_SERVICE =
      new RemoteIdentity(
          RemoteIdentity.Carrier.AUTOPILOT,
          "FRAdemosdis4200t",
          "Public safety",
          2,
          4,
          "0DEMB00000000001",
          null);

  private record Sent(double atS, RemoteIdMessage message) {}

  private final List<Sent> sent = new ArrayList<>();
  private Instant now = NOON;

  private static OperatorPlace place(double lat, double lon) {
    return new OperatorPlace(
        new LatLon(lat, lon), new HeightAboveEllipsoid(588.5), OperatorPlace.Kind.TAKE_OFF);
  }

  private static RemoteIdMachine machine(boolean ownsIdentity, RemoteIdentity identity) {
    RemoteIdMachine machine = new RemoteIdMachine(PEER, ownsIdentity);
    machine.identify(identity);
    return machine;
  }

  private void run(RemoteIdMachine machine, double seconds, @Nullable OperatorPlace place) {
    Instant end = now.plusMillis(Math.round(seconds * 1000));
    while (now.isBefore(end)) {
      for (RemoteIdMessage message : machine.onTick(now, place)) {
        sent.add(new Sent(Duration.between(NOON, now).toMillis() / 1000.0, message));
      }
      now = now.plusMillis(100);
    }
  }

  private <M extends RemoteIdMessage> List<Double> times(Class<M> kind) {
    return sent.stream().filter(s -> kind.isInstance(s.message())).map(Sent::atS).toList();
  }

  private <M extends RemoteIdMessage> M first(Class<M> kind) {
    return sent.stream()
        .map(Sent::message)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_arducopter_gets_all_each_five_seconds_and_the_place_each_second() {
    RemoteIdMachine machine = machine(false, FIRE_SERVICE);
    machine.begin();
    run(machine, 11, COURIOT);

    assertThat(times(OperatorId.class)).containsExactly(0.0, 5.0, 10.0);
    assertThat(times(SelfId.class)).containsExactly(0.0, 5.0, 10.0);
    assertThat(times(BasicId.class)).containsExactly(0.0, 5.0, 10.0);
    assertThat(times(SystemState.class)).containsExactly(0.0, 5.0, 10.0);
    assertThat(times(SystemUpdate.class)).containsExactly(1., 2., 3., 4., 6., 7., 8., 9.);
    assertThat(first(OperatorId.class)).isEqualTo(new OperatorId(7, 0, "", 0, "FRAdemosdis4200t"));
    assertThat(first(SelfId.class)).isEqualTo(new SelfId(7, 0, "", 0, "Public safety"));
    assertThat(first(BasicId.class)).isEqualTo(new BasicId(7, 0, "", 1, 2, "0DEMB00000000001"));
    SystemState system = first(SystemState.class);
    assertThat(system.operatorLatE7()).isEqualTo(454386000);
    assertThat(system.operatorLonE7()).isEqualTo(43766000);
    assertThat(system.operatorAltitudeM()).isEqualTo(588.5f);
    // date -u -d 2026-11-24T12:00:00Z +%s less date -u -d 2019-01-01 +%s
    assertThat(system.sinceS()).isEqualTo(1795521600L - 1546300800L);
    assertThat(system.locationType()).as("take-off").isZero();
    assertThat(system.classification()).as("European").isEqualTo(1);
    assertThat(system.category()).as("specific").isEqualTo(2);
    assertThat(system.classEu()).as("C3").isEqualTo(4);
    assertThat(system.areaCeilingM()).as("unknown").isEqualTo(-1000f);
  }

  @Test
  void a_px4_gets_the_place_in_system_only_and_names_itself() {
    RemoteIdMachine machine = machine(true, FIRE_SERVICE);
    machine.begin();
    run(machine, 6, COURIOT);

    assertThat(times(SystemState.class)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    assertThat(times(OperatorId.class)).containsExactly(0.0, 5.0);
    assertThat(times(SystemUpdate.class)).isEmpty();
    assertThat(times(BasicId.class)).isEmpty();
  }

  @Test
  void nothing_is_sent_for_nobody_for_a_module_or_before_the_vehicle_was_heard() {
    RemoteIdentity module =
        new RemoteIdentity(
            RemoteIdentity.Carrier.MODULE, "FRAdemosdis4200t", "Public safety", 2, 0, "", null);
    for (RemoteIdentity identity : List.of(RemoteIdentity.NONE, module)) {
      RemoteIdMachine machine = machine(false, identity);
      machine.begin();
      run(machine, 12, COURIOT);
    }
    run(machine(false, FIRE_SERVICE), 12, COURIOT);
    assertThat(sent).isEmpty();
  }

  @Test
  void no_place_is_sent_before_one_is_known_and_a_new_one_at_once() {
    RemoteIdMachine machine = machine(false, FIRE_SERVICE);
    machine.begin();
    run(machine, 2.3, null);
    assertThat(times(OperatorId.class)).containsExactly(0.0);
    assertThat(times(SystemState.class)).isEmpty();
    assertThat(machine.state(now).placedAt()).isNull();

    run(machine, 0.4, COURIOT);
    assertThat(times(SystemState.class)).containsExactly(2.3);
    OperatorPlace moved = place(45.44, 4.38);
    run(machine, 0.4, moved);
    assertThat(times(SystemUpdate.class)).containsExactly(2.7);
    assertThat(first(SystemUpdate.class).operatorLatE7()).isEqualTo(454400000);
    assertThat(machine.state(now).placedAt()).isEqualTo(NOON.plusMillis(2700));
  }

  @Test
  void a_pilot_who_sits_elsewhere_is_not_where_the_aircraft_takes_off() {
    OperatorPlace centre =
        new OperatorPlace(
            new LatLon(45.43, 4.39), new HeightAboveEllipsoid(560), OperatorPlace.Kind.FIXED);
    RemoteIdMachine machine =
        machine(
            false,
            new RemoteIdentity(
                RemoteIdentity.Carrier.AUTOPILOT, "FRAdemosdis4200t", "", 2, 0, "", centre));
    machine.begin();
    run(machine, 2.1, COURIOT);
    assertThat(first(SystemState.class).operatorLatE7()).isEqualTo(454300000);
    assertThat(first(SystemState.class).locationType()).as("fixed").isEqualTo(2);
    assertThat(first(SystemUpdate.class).operatorLonE7()).isEqualTo(43900000);
    assertThat(times(SelfId.class)).as("nothing to say").isEmpty();
  }

  @Test
  void another_operator_and_a_vehicle_that_comes_back_get_all_at_once() {
    RemoteIdMachine machine = machine(false, FIRE_SERVICE);
    machine.begin();
    run(machine, 1.5, COURIOT);
    machine.identify(FIRE_SERVICE);
    run(machine, 0.2, COURIOT);
    assertThat(times(OperatorId.class)).as("the same is no news").containsExactly(0.0);

    machine.identify(FIRE_SERVICE.of("FRAdemopm422180y"));
    run(machine, 0.3, COURIOT);
    assertThat(times(OperatorId.class)).containsExactly(0.0, 1.7);
    machine.begin();
    run(machine, 0.3, COURIOT);
    assertThat(times(OperatorId.class)).containsExactly(0.0, 1.7, 2.0);
    assertThat(sent.get(sent.size() - 1).message()).isInstanceOf(SystemState.class);
    assertThat(sent)
        .filteredOn(s -> s.message() instanceof OperatorId && s.atS() > 1)
        .extracting(s -> ((OperatorId) s.message()).operatorId())
        .containsOnly("FRAdemopm422180y");
  }

  /** ArduRemoteID wants SYSTEM within 3 s and the rest within 22 s. */
  @Test
  void two_lost_messages_in_a_row_are_not_noticed_by_the_transmitter() {
    RemoteIdMachine machine = machine(false, FIRE_SERVICE);
    machine.begin();
    run(machine, 60, COURIOT);
    List<Double> places = new ArrayList<>(times(SystemState.class));
    places.addAll(times(SystemUpdate.class));
    places.sort(null);
    for (int i = 0; i + 2 < places.size(); i++) {
      assertThat(places.get(i + 2) - places.get(i)).isLessThanOrEqualTo(3);
    }
    List<Double> all = times(OperatorId.class);
    for (int i = 0; i + 3 < all.size(); i++) {
      assertThat(all.get(i + 3) - all.get(i)).isLessThan(22);
    }
  }

  @Test
  void the_transmitter_is_good_fails_with_its_words_falls_silent_or_was_never_heard() {
    RemoteIdMachine machine = machine(false, FIRE_SERVICE);
    assertThat(machine.state(now).status()).isEqualTo(RemoteIdState.Status.NONE);
    machine.onStatus(new ArmStatus(1, "missing OP_ID "), now);
    assertThat(machine.state(now).status()).isEqualTo(RemoteIdState.Status.FAIL);
    assertThat(machine.state(now).error()).isEqualTo("missing OP_ID ");
    machine.onStatus(new ArmStatus(0, ""), now);
    assertThat(machine.state(now.plusSeconds(5)).status()).isEqualTo(RemoteIdState.Status.GOOD);
    assertThat(machine.state(now.plusSeconds(5)).error()).isEmpty();
    assertThat(machine.state(now.plusMillis(5001)).status()).isEqualTo(RemoteIdState.Status.SILENT);
    machine.onStatus(new ArmStatus(0, ""), now.plusSeconds(20));
    assertThat(machine.state(now.plusSeconds(20)).status()).isEqualTo(RemoteIdState.Status.GOOD);
  }
}
