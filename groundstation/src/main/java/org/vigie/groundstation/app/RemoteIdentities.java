package org.vigie.groundstation.app;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geoid;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.app.config.RemoteIdConfig;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.compliance.request.OperatorNumber;
import org.vigie.groundstation.vehicle.protocol.OperatorPlace;
import org.vigie.groundstation.vehicle.protocol.RemoteIdentity;

/** What is broadcast of the station's aircraft, from its configuration. Immutable. */
final class RemoteIdentities {
  private final StationConfig config;

  RemoteIdentities(StationConfig config) {
    this.config = config;
  }

  /** Of a vehicle on nobody's flight: on behalf of the first service that may fly it. */
  RemoteIdentity of(StationConfig.VehiclePart vehicle) {
    StationConfig.AircraftPart aircraft =
        config.aircraft().stream()
            .filter(part -> part.id().equals(vehicle.aircraft()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the configuration was checked"));
    String serial = aircraft.remoteId().serialNumber();
    return new RemoteIdentity(
        carrier(aircraft.remoteId().carriedBy()),
        operatorOf(vehicle.services().get(0)),
        config.remoteId().selfId(),
        config.remoteId().category().number(),
        classEu(aircraft.classLabel()),
        serial == null ? "" : serial,
        place(config.remoteId().operatorPlace()));
  }

  /** Public part of a service's operator number; empty when none is known. */
  String operatorOf(String serviceId) {
    return config.services().stream()
        .filter(service -> service.id().equals(serviceId))
        .findFirst()
        .flatMap(service -> publicPart(service.operatorNumber()))
        .or(() -> publicPart(config.remoteId().operatorId()))
        .orElse("");
  }

  private static Optional<String> publicPart(@Nullable String number) {
    return Optional.ofNullable(number)
        .flatMap(OperatorNumber::parse)
        .map(OperatorNumber::publicPart);
  }

  private static RemoteIdentity.Carrier carrier(RemoteIdConfig.Carrier by) {
    return switch (by) {
      case NOBODY -> RemoteIdentity.Carrier.NOBODY;
      case AUTOPILOT -> RemoteIdentity.Carrier.AUTOPILOT;
      case MODULE -> RemoteIdentity.Carrier.MODULE;
    };
  }

  /**
   * @source MAVLink common.xml MAV_ODID_CLASS_EU: 1 is class 0
   */
  private static int classEu(String label) {
    String upper = label.toUpperCase(Locale.ROOT);
    return upper.matches("C[0-6]") ? upper.charAt(1) - '0' + 1 : 0;
  }

  private static @Nullable OperatorPlace place(RemoteIdConfig.@Nullable Place place) {
    if (place == null) {
      return null;
    }
    LatLon point = place.position();
    return new OperatorPlace(
        point,
        new AltitudeAmsl(place.amslM()).aboveEllipsoid(Geoid.egm96().at(point)),
        OperatorPlace.Kind.FIXED);
  }
}
