package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.config.StationFile;
import org.vigie.groundstation.vehicle.protocol.OperatorPlace;
import org.vigie.groundstation.vehicle.protocol.RemoteIdentity;

/** What of station.yaml goes on the air. */
class RemoteIdentitiesTest {
  private static RemoteIdentity identity(StationConfig config) {
    return new RemoteIdentities(config).of(config.vehicles().get(0));
  }

  private static StationConfig config(String from, String to) throws Exception {
    String yaml = DemoStation.yaml(8080, "tcp:127.0.0.1:5760");
    assertThat(yaml).contains(from);
    return StationFile.read("station.yaml", yaml.replace(from, to));
  }

  @Test
  void an_aircraft_is_announced_with_its_first_service_and_the_stations_words() throws Exception {
    StationConfig config =
        config(
            "remoteId: {carriedBy: module}",
            "remoteId: {carriedBy: autopilot, serialNumber: 0DEMB00000000001}");
    assertThat(identity(config))
        .isEqualTo(
            new RemoteIdentity(
                RemoteIdentity.Carrier.AUTOPILOT,
                "FRAdemosdis4200t",
                "Vigie demonstration",
                2,
                0,
                "0DEMB00000000001",
                null));
    assertThat(identity(config("classLabel: none", "classLabel: C3")).classEu()).isEqualTo(4);
    assertThat(new RemoteIdentities(config).operatorOf("pm42218")).isEqualTo("FRAdemopm422180y");
  }

  @Test
  void the_secret_part_of_an_operators_number_never_goes_on_the_air() throws Exception {
    StationConfig config =
        config("operatorNumber: FRAdemosdis4200t", "operatorNumber: FRAdemosdis4200t-vig");
    assertThat(identity(config).operatorId()).isEqualTo("FRAdemosdis4200t");
    StationConfig without =
        StationFile.read(
            "station.yaml",
            DemoStation.yaml(8080, "tcp:127.0.0.1:5760")
                .replace("    operatorNumber: FRAdemosdis4200t\n", "")
                .replace("category: specific", "operatorId: FIN87astrdge12k8-xyz"));
    assertThat(identity(without).operatorId())
        .as("the station's, for a service without one")
        .isEqualTo("FIN87astrdge12k8");
    assertThat(identity(config("operatorNumber: FRAdemosdis4200t", "operatorNumber: none")))
        .extracting(RemoteIdentity::operatorId)
        .as("what has not the form is not sent")
        .isEqualTo("");
  }

  /** EGM96 lies 51 m above the ellipsoid there. */
  @Test
  void a_pilots_seat_is_told_above_the_ellipsoid() throws Exception {
    OperatorPlace place =
        Objects.requireNonNull(
            identity(
                    config(
                        "category: specific", "operatorPlace: {lat: 45.43, lon: 4.39, amslM: 520}"))
                .fixedPlace());
    assertThat(place.kind()).isEqualTo(OperatorPlace.Kind.FIXED);
    assertThat(place.height().metres()).isBetween(569.0, 573.0);
  }
}
