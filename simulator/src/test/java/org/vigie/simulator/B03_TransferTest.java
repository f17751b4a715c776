package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.ParamValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;

/** Uploads and what is left of them: recordings a13 to a16, a18, a6. */
@SuppressWarnings("deprecation") // ArduPilot asks with MISSION_REQUEST
class B03_TransferTest {
  private static List<MissionItemInt.Builder> five(Flight flight, double up) {
    return List.of(
        flight.mission(Commands.NAV_TAKEOFF, 0, 0, up),
        flight.mission(Commands.NAV_WAYPOINT, 10, 0, up),
        flight.mission(Commands.NAV_WAYPOINT, 20, 0, up),
        flight.mission(Commands.NAV_WAYPOINT, 30, 0, up),
        flight.mission(Commands.NAV_WAYPOINT, 40, 0, up));
  }

  @Test
  void what_is_read_back_is_what_ardupilot_stores() {
    Flight flight = Flight.ready();
    assertThat(
            flight.upload(
                0,
                List.of(
                    flight.mission(Commands.NAV_TAKEOFF, 5, 5, 20).param1(15),
                    flight
                        .mission(Commands.NAV_WAYPOINT, 10, 20, 12.3456)
                        .param1(2.7f)
                        .param2(5)
                        .param4(90),
                    flight.mission(Commands.NAV_LOITER_TURNS, 0, 60, 20).param1(2).param3(-20.5f),
                    flight.mission(Commands.NAV_RETURN_TO_LAUNCH, 7, 7, 7),
                    flight.mission(Commands.NAV_LAND, 0, 0, 0).param4(Float.NaN))))
        .isZero();
    List<MissionItemInt> items = flight.download(0);
    assertThat(items).extracting(item -> item.frame().value()).containsExactly(0, 3, 3, 3, 0, 3);
    MissionItemInt home = items.get(0);
    assertThat(home.x()).isCloseTo(454390000, org.assertj.core.data.Offset.offset(200));
    assertThat(home.z()).isBetween(529f, 531f);
    assertThat(items.get(1))
        .extracting(m -> m.x(), m -> m.y(), m -> m.param1())
        .containsExactly(0, 0, 0f);
    MissionItemInt waypoint = items.get(2);
    assertThat(waypoint.param1()).isEqualTo(2);
    assertThat(waypoint.param2()).isZero();
    assertThat(waypoint.param4()).isZero();
    assertThat(waypoint.z()).isEqualTo(12.35f);
    assertThat(items.get(3).param3()).isEqualTo(-20);
    assertThat(items.get(4).x()).isZero();
    assertThat(items.get(4).z()).isZero();
    assertThat(items.get(5).param4()).as("recording a6").isEqualTo(1);
  }

  @Test
  void an_interrupted_upload_leaves_a_mix() {
    Flight flight = Flight.ready();
    flight.upload(0, five(flight, 20));
    flight.forget();
    flight.count(0, 6);
    flight.say(flight.item(0, 0, 16, 0, 0, 530).seq(0).build());
    flight.say(flight.mission(Commands.NAV_TAKEOFF, 0, 0, 50).seq(1).build());
    flight.say(flight.mission(Commands.NAV_WAYPOINT, 10, 0, 50).seq(2).build());
    flight.say(MissionRequestList.builder().targetSystem(1).targetComponent(1).build());
    assertThat(flight.last(MissionAck.class).type().value()).as("DENIED").isEqualTo(14);
    flight.heard().clear();
    double tookS = flight.until("giving up", 10, () -> flight.find(MissionAck.class).isPresent());
    assertThat(tookS).isBetween(7.9, 8.1);
    assertThat(flight.last(MissionAck.class).type().value()).isEqualTo(15);
    assertThat(flight.all(MissionRequest.class)).hasSize(7).allMatch(ask -> ask.seq() == 3);
    assertThat(flight.texts()).contains("Mission upload timeout");
    assertThat(flight.download(0).subList(1, 6))
        .extracting(MissionItemInt::z)
        .containsExactly(50f, 50f, 20f, 20f, 20f);
  }

  @Test
  void an_interrupted_fence_upload_keeps_the_old_fence_whole() {
    Flight flight = Flight.ready();
    List<MissionItemInt.Builder> fence =
        List.of(
            flight.item(1, 3, 5001, -50, -50, 0).param1(3),
            flight.item(1, 3, 5001, 50, -50, 0).param1(3),
            flight.item(1, 3, 5001, 0, 50, 0).param1(3));
    assertThat(flight.upload(1, fence)).isZero();
    flight.count(1, 3);
    flight.say(flight.item(1, 3, 5001, -5, -5, 0).param1(3).seq(0).build());
    flight.run(9);
    assertThat(flight.texts()).contains("Fence upload timeout");
    List<MissionItemInt> read = flight.download(1);
    assertThat(read).hasSize(3).allMatch(item -> item.frame().value() == 0);
    assertThat(read.get(0).x()).isEqualTo(flight.place(-50, -50).latE7());
  }

  @Test
  void a_second_station_is_denied_until_the_first_has_done() {
    Flight flight = Flight.ready();
    flight.count(0, 3);
    flight.heard().clear();
    flight.say(254, MissionCount.builder().targetSystem(1).targetComponent(1).count(2).build());
    assertThat(flight.last(MissionAck.class).type().value()).isEqualTo(14);
    assertThat(flight.last(MissionAck.class).targetSystem()).isEqualTo(254);
  }

  @Test
  void bad_items_are_refused_by_name_and_what_was_before_them_stays() {
    Flight flight = Flight.ready();
    assertThat(flight.upload(0, List.of(flight.mission(9999, 0, 0, 20)))).isEqualTo(3);
    assertThat(
            flight.upload(
                0, List.of(flight.mission(Commands.NAV_WAYPOINT, 0, 0, 20).x(950_000_000))))
        .isEqualTo(10);
    assertThat(flight.upload(0, List.of(flight.mission(Commands.NAV_WAYPOINT, 0, 0, Float.NaN))))
        .isEqualTo(12);
    assertThat(flight.upload(0, List.of(flight.item(0, 99, 16, 0, 0, 20)))).isEqualTo(2);
    assertThat(flight.copter().mission().count()).isEqualTo(1);
    flight.heard().clear();
    flight.count(0, 2000);
    assertThat(flight.last(MissionAck.class).type().value()).as("NO_SPACE").isEqualTo(4);
    flight.count(0, 3);
    flight.say(flight.mission(Commands.NAV_WAYPOINT, 0, 0, 20).seq(2).build());
    assertThat(flight.last(MissionAck.class).type().value()).as("sequence").isEqualTo(13);
  }

  @Test
  void a_fence_that_makes_no_sense_is_refused_whole() {
    Flight flight = Flight.ready();
    assertThat(
            flight.upload(
                1,
                List.of(
                    flight.item(1, 0, 5001, 0, 0, 0).param1(2),
                    flight.item(1, 0, 5001, 9, 0, 0).param1(2))))
        .isEqualTo(1);
    assertThat(flight.texts()).contains("Invalid vertex count (2)", "Fence validation failed");
    assertThat(flight.upload(1, List.of(flight.item(1, 0, 5004, 0, 0, 0).param1(-5)))).isOne();
    assertThat(flight.texts()).contains("Non-positive circle radius");
    assertThat(flight.download(1)).isEmpty();
  }

  @Test
  void an_upload_in_flight_restarts_the_leg_and_a_shorter_one_goes_on() {
    Flight flight = Flight.ready();
    flight.upload(0, five(flight, 20));
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.command(300);
    flight.until("item 3", 60, () -> flight.copter().missionIndex() == 3);
    flight.forget();
    flight.upload(0, List.of(flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20)));
    flight.run(1);
    MissionCurrent current = flight.last(MissionCurrent.class);
    assertThat(current.seq()).isEqualTo(3);
    assertThat(current.total()).isEqualTo(1);
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.AUTO);
    flight.upload(0, five(flight, 20));
    flight.run(0.1);
    assertThat(flight.texts()).contains("Auto mission changed, restarted command");
  }

  @Test
  void counts_are_told_as_parameters() {
    Flight flight = Flight.ready();
    flight.upload(0, five(flight, 20));
    assertThat(flight.all(ParamValue.class))
        .filteredOn(value -> value.paramId().equals("MIS_TOTAL"))
        .extracting(ParamValue::paramValue)
        .contains(6f);
  }
}
