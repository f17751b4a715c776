package org.vigie.groundstation.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/** What station.yaml says of remote identification. */
public final class RemoteIdConfig {
  private RemoteIdConfig() {}

  /** Who broadcasts on an aircraft. */
  public enum Carrier {
    @JsonProperty("nobody")
    NOBODY,
    @JsonProperty("autopilot")
    AUTOPILOT,
    @JsonProperty("module")
    MODULE
  }

  /** Of an aircraft, written as truth value or in parts. */
  public record AircraftRemoteId(Carrier carriedBy, @Nullable String serialNumber) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public AircraftRemoteId(
        @JsonProperty("carriedBy") Carrier carriedBy,
        @JsonProperty("serialNumber") @Nullable String serialNumber) {
      this.carriedBy = carriedBy;
      this.serialNumber = serialNumber;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AircraftRemoteId of(boolean broadcasts) {
      return new AircraftRemoteId(broadcasts ? Carrier.AUTOPILOT : Carrier.NOBODY, null);
    }

    /** Whether anything on board broadcasts. */
    public boolean broadcasts() {
      return carriedBy != Carrier.NOBODY;
    }
  }

  /** By Regulation (EU) 2019/947. @source MAVLink common.xml MAV_ODID_CATEGORY_EU */
  public enum Category {
    @JsonProperty("undeclared")
    UNDECLARED(0),
    @JsonProperty("open")
    OPEN(1),
    @JsonProperty("specific")
    SPECIFIC(2),
    @JsonProperty("certified")
    CERTIFIED(3);

    private final int number;

    Category(int number) {
      this.number = number;
    }

    /** As MAVLink counts. */
    public int number() {
      return number;
    }
  }

  public record Place(double lat, double lon, double amslM) {
    public LatLon position() {
      return new LatLon(lat, lon);
    }
  }

  /** Of the whole station. */
  public record StationRemoteId(
      @Nullable String operatorId,
      String selfId,
      Category category,
      @Nullable Place operatorPlace) {
    static final StationRemoteId DEFAULT =
        new StationRemoteId(null, "Public safety", Category.SPECIFIC, null);

    public StationRemoteId {
      selfId = selfId == null ? "Public safety" : selfId;
      category = category == null ? Category.SPECIFIC : category;
    }
  }
}
