package org.vigie.groundstation.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;

/** The live picture as it comes, in the station's shapes. */
@NullUnmarked // what is missing fails the test anyway
class LiveDocumentsTest {
  private static LiveFlight flight(String members) throws JsonProcessingException {
    return LiveFlight.of(Members.parse("{\"flightId\":\"F-1\"" + members + "}"));
  }

  private static LiveVehicle vehicle(String members) throws JsonProcessingException {
    return LiveVehicle.of(Members.parse("{\"vehicleId\":\"V1\"" + members + "}"));
  }

  @Test
  void a_set_up_that_waits_names_what_was_found_and_what_is_needed() throws Exception {
    LiveFlight.SetUp setUp =
        flight(
                """
                ,"setUp":{"hash":"%s","differences":[
                  {"name":"FS_GCS_ENABLE","found":0,"needed":5},
                  {"name":"RTL_CLIMB_MIN","found":null,"needed":0},
                  {"name":"BROKEN","found":1}]}
                """
                    .formatted("c".repeat(64)))
            .setUp();

    assertThat(setUp.hash()).hasSize(64);
    assertThat(setUp.differences())
        .containsExactly(
            new LiveFlight.Difference("FS_GCS_ENABLE", 0.0, 5),
            new LiveFlight.Difference("RTL_CLIMB_MIN", null, 0));
    assertThat(flight("").setUp()).isNull();
    assertThat(flight(",\"setUp\":null").setUp()).isNull();
  }

  @Test
  void a_scene_says_where_it_is_and_what_may_be_done_with_it() throws Exception {
    assertThat(
            flight(
                    """
                    ,"scene":{"lat":45.4359,"lon":4.3832,"extendedS":120,"moved":true,
                      "canExtend":true,"canMove":false,"why":"no-energy"}
                    """)
                .scene())
        .isEqualTo(
            new LiveFlight.Scene(new LatLon(45.4359, 4.3832), 120, true, true, false, "no-energy"));
    assertThat(flight("").scene()).isNull();
  }

  @Test
  void an_offer_and_a_concern_keep_their_moments() throws Exception {
    LiveFlight flight =
        flight(
            """
            ,"offer":{"to":"pilot-2","at":"2026-11-24T13:01:00Z"},
            "concerns":[{"concern":"energy","reaction":"PROCEDURE","value":31,"limit":38.2,
              "unit":"%","subject":"","since":"2026-11-24T13:00:58Z","setAside":true},
              {"concern":"pace","reaction":"WARN","value":120,"limit":90,"unit":"s",
              "subject":"","since":null,"setAside":false}]
            """);

    assertThat(flight.offer())
        .isEqualTo(new LiveFlight.Offer("pilot-2", Instant.parse("2026-11-24T13:01:00Z")));
    assertThat(flight.concerns()).extracting(LiveFlight.Concern::asks).containsExactly(true, false);
    assertThat(flight.concerns().get(0).since()).isEqualTo(Instant.parse("2026-11-24T13:00:58Z"));
    assertThat(flight(",\"offer\":null").offer()).isNull();
  }

  @Test
  void what_a_vehicle_did_not_tell_of_itself_is_not_known() throws Exception {
    for (String members :
        List.of("", ",\"home\":null,\"remoteId\":null,\"camera\":null,\"gimbal\":null")) {
      LiveVehicle vehicle = vehicle(members);
      assertThat(vehicle.home()).isNull();
      assertThat(vehicle.remoteId()).isNull();
      assertThat(vehicle.camera()).isNull();
      assertThat(vehicle.gimbal()).isNull();
      assertThat(vehicle.videoStreams()).isEmpty();
    }
  }
}
